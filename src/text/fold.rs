//! Folding: what makes two spellings one word.
