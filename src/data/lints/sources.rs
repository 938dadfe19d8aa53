//! Lints of sources.

use super::found::Found;
use crate::model::Dossier;
use std::collections::{HashMap, HashSet};

pub(super) fn undated(dossier: &Dossier, found: &mut Found<'_>) {
    for source in dossier.sources.iter().filter(|source| source.published.is_none()) {
        found(&source.id, "has no date".to_owned());
    }
}

pub(super) fn http_address(dossier: &Dossier, found: &mut Found<'_>) {
    fn host<'a>(address: &'a str, scheme: &str) -> Option<&'a str> {
        address.strip_prefix(scheme)?.split('/').next()
    }
    let addresses = || dossier.sources.iter().filter_map(|source| Some((&source.id, source.url.as_deref()?)));
    let secure: HashSet<&str> = addresses().filter_map(|(_, address)| host(address, "https://")).collect();
    for (id, address) in addresses() {
        if let Some(host) = host(address, "http://").filter(|host| secure.contains(host)) {
            found(id, format!("has an address with http, and {host} is known with https"));
        }
    }
}

pub(super) fn non_ascii_address(dossier: &Dossier, found: &mut Found<'_>) {
    for source in
        dossier.sources.iter().filter(|source| source.url.as_ref().is_some_and(|url| !url.is_ascii()))
    {
        found(&source.id, "has an address with letters that are not ASCII".to_owned());
    }
}

pub(super) fn repeated_title(dossier: &Dossier, found: &mut Found<'_>) {
    let mut first: HashMap<&str, &str> = HashMap::new();
    for source in &dossier.sources {
        let other = *first.entry(&source.title).or_insert(&source.id);
        if other != source.id {
            found(&source.id, format!("has the title of {other}"));
        }
    }
}
