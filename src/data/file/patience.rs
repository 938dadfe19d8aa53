//! Reads from a file that may never give anything, and gives up.

use std::io::{self, Read};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

/// How long a file may give nothing.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// How many bytes are read at once.
const PIECE: usize = 1 << 16;

/// Reads on another thread, which is left behind if it waits for longer than this.
pub(super) struct Patient {
    pieces: Receiver<io::Result<Vec<u8>>>,
    patience: Duration,
    /// What was read and is not passed on yet.
    piece: io::Cursor<Vec<u8>>,
}

impl Patient {
    /// Reads from a file, and fails once it gives nothing for this long.
    pub(super) fn new(mut file: impl Read + Send + 'static, patience: Duration) -> Self {
        // A short queue: nothing is read long before it is wanted.
        let (sender, pieces) = sync_channel(2);
        thread::spawn(move || {
            loop {
                let mut piece = vec![0; PIECE];
                let read = file.read(&mut piece).map(|length| piece.truncate(length));
                let is_last = read.is_err() || piece.is_empty();
                if sender.send(read.map(|()| piece)).is_err() || is_last {
                    return;
                }
            }
        });
        Self { pieces, patience, piece: io::Cursor::default() }
    }
}

impl Read for Patient {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.piece.position() >= self.piece.get_ref().len() as u64 {
            self.piece = match self.pieces.recv_timeout(self.patience) {
                Ok(piece) => io::Cursor::new(piece?),
                Err(RecvTimeoutError::Disconnected) => return Ok(0),
                Err(RecvTimeoutError::Timeout) => {
                    let seconds = self.patience.as_secs();
                    return Err(io::Error::other(format!("it gave nothing for {seconds} seconds")));
                }
            };
        }
        self.piece.read(buffer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use std::os::unix::net::UnixStream;

    #[test]
    fn all_of_it_is_read_in_order() {
        let bytes: Vec<u8> = (0..300_000u32).map(|n| (n % 251) as u8).collect();
        let mut read = Vec::new();
        Patient::new(io::Cursor::new(bytes.clone()), PATIENCE).read_to_end(&mut read).unwrap();
        assert!(read == bytes);
    }

    #[test]
    fn what_gives_nothing_is_given_up() {
        let (mut writer, reader) = UnixStream::pair().unwrap();
        let mut patient = Patient::new(reader, Duration::from_millis(50));
        writer.write_all(b"one line").unwrap();
        let mut read = Vec::new();
        let error = patient.read_to_end(&mut read).unwrap_err();
        assert_eq!(read, b"one line");
        assert!(error.to_string().contains("gave nothing"), "{error}");
    }

    #[test]
    fn an_error_is_passed_on() {
        struct Broken;
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::Error::other("broken"))
            }
        }
        let error = Patient::new(Broken, PATIENCE).read_to_end(&mut Vec::new()).unwrap_err();
        assert_eq!(error.to_string(), "broken");
    }
}
