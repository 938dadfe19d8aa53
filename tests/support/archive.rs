//! Writes archives (ZIP) whose parts are not compressed, as tests and fuzz targets need them.

/// An archive whose parts are as they are.
pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut bytes, mut contents) = (Vec::new(), Vec::new());
    for (name, part) in parts {
        let mut checksum = flate2::Crc::new();
        checksum.update(part);
        let size = u32::try_from(part.len()).unwrap().to_le_bytes();
        let about: Vec<u8> = [
            [20, 0, 0, 0, 0, 0, 0, 0, 0, 0].as_slice(),
            &checksum.sum().to_le_bytes(),
            &size,
            &size,
            &u16::try_from(name.len()).unwrap().to_le_bytes(),
            &[0, 0],
        ]
        .concat();
        let at = u32::try_from(bytes.len()).unwrap().to_le_bytes();
        contents.extend([b"PK\x01\x02\x14\x00".as_slice(), &about, &[0; 10], &at, name.as_bytes()].concat());
        bytes.extend([b"PK\x03\x04".as_slice(), &about, name.as_bytes(), part].concat());
    }
    let count = u16::try_from(parts.len()).unwrap().to_le_bytes();
    let (at, length) = (u32::try_from(bytes.len()).unwrap(), u32::try_from(contents.len()).unwrap());
    bytes.extend(contents);
    bytes.extend(
        [b"PK\x05\x06\0\0\0\0".as_slice(), &count, &count, &length.to_le_bytes(), &at.to_le_bytes(), &[0, 0]]
            .concat(),
    );
    bytes
}
