//! The messages so far, with the time of each.

use crate::text::count;
use std::time::{Duration, SystemTime};

/// A message.
#[derive(Clone, Debug)]
pub struct Message {
    /// When it was shown.
    pub at: SystemTime,
    /// Its words.
    pub words: String,
}

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct Messages(Vec<Message>);

impl Messages {
    /// The most that are kept.
    const MOST: usize = 200;

    /// Keeps a message that is shown now.
    pub fn push(&mut self, words: &str) {
        self.0.push(Message { at: SystemTime::now(), words: words.to_owned() });
        if self.0.len() > Self::MOST {
            self.0.remove(0);
        }
    }

    /// The messages with how long ago each was, the newest first.
    pub fn newest_first(&self) -> Vec<(String, String)> {
        let now = SystemTime::now();
        let ago = |message: &Message| ago(now.duration_since(message.at).unwrap_or_default());
        self.0.iter().rev().map(|message| (ago(message), message.words.clone())).collect()
    }
}

/// How long ago something was: `now`, `12 s ago`, `3 min ago`, `2 hours ago`.
fn ago(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 5 {
        "now".to_owned()
    } else if seconds < 60 {
        format!("{seconds} s ago")
    } else if seconds < 3_600 {
        format!("{} min ago", seconds / 60)
    } else {
        format!("{} ago", count((seconds / 3_600) as usize, "hour", "hours"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_the_newest_first_and_not_endless() {
        let mut messages = Messages::default();
        (0..300).for_each(|number| messages.push(&number.to_string()));
        let all = messages.newest_first();
        assert_eq!((all.len(), all[0].1.as_str(), all[199].1.as_str()), (200, "299", "100"));
    }

    #[test]
    fn times_are_in_words() {
        for (seconds, words) in [(4, "now"), (59, "59 s ago"), (125, "2 min ago"), (3_600, "1 hour ago")] {
            assert_eq!(ago(Duration::from_secs(seconds)), words);
        }
    }
}
