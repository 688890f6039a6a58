//! Stop words of English and French.

/// Returns true if a folded word carries no meaning of its own in English or French.
pub fn is_stop_word(word: &str) -> bool {
    packed(word).is_some_and(|word| PACKED_STOP_WORDS.binary_search(&word).is_ok())
}

/// Stop words as [`packed`] numbers, which are compared at once.
const PACKED_STOP_WORDS: [u128; STOP_WORDS.len()] = {
    let mut all = [0; STOP_WORDS.len()];
    let mut offset = 0;
    while offset < all.len() {
        let word = STOP_WORDS[offset].as_bytes();
        let mut bytes = [0; 16];
        let mut byte = 0;
        while byte < word.len() {
            bytes[byte] = word[byte];
            byte += 1;
        }
        all[offset] = u128::from_be_bytes(bytes);
        offset += 1;
    }
    all
};

/// Sorted and folded.
#[rustfmt::skip]
const STOP_WORDS: [&str; 221] = [
    "a", "about", "ai", "also", "am", "an", "and", "any", "anyone", "are", "as", "at", "au",
    "aussi", "aux", "avec", "avez", "avoir", "avons", "be", "been", "being", "but", "by", "c",
    "ca", "can", "cant", "ce", "cela", "ces", "cet", "cette", "chez", "comment", "could", "d",
    "dans", "de", "des", "did", "do", "does", "doesnt", "dois", "doit", "donc", "dont", "du",
    "elle", "elles", "en", "entre", "est", "et", "ete", "etre", "eu", "faire", "fait", "for",
    "from", "get", "gets", "getting", "go", "goes", "going", "got", "had", "has", "have", "he",
    "her", "hers", "him", "his", "how", "hows", "i", "if", "il", "ils", "im", "in", "into", "is",
    "it", "its", "ive", "j", "je", "just", "juste", "l", "la", "le", "les", "leur", "leurs",
    "like", "lui", "m", "ma", "mais", "mal", "may", "me", "mes", "might", "moi", "mon", "must", "my", "n",
    "ne", "need", "needs", "nos", "notre", "nous", "of", "on", "only", "ont", "or", "ou", "our",
    "par", "pas", "peut", "peuvent", "peux", "please", "plus", "pour", "puis", "qu", "quand",
    "que", "quel", "quelle", "quelles", "quelqu", "quelqun", "quels", "qui", "quoi", "really", "s", "sa", "se", "ses",
    "seulement", "shall", "she", "should", "si", "so", "some", "somebody", "someone", "something",
    "son", "sont", "suis", "sur", "t", "ta", "te", "tes", "than", "that", "the", "their", "them",
    "then", "there", "they", "this", "to", "toi", "ton", "too", "tous", "tout", "toute", "toutes",
    "trop", "tu", "un", "une", "uniquement", "us", "vers", "very", "veut", "veux", "vos", "votre",
    "vous", "want", "wants", "was", "we", "were", "what", "whats", "when", "where", "wheres",
    "which", "who", "whom", "will", "with", "wont", "would", "y", "you", "your",
];

/// Returns the bytes of a word as one number that sorts like the word; `None` if the word is longer
/// than 16 bytes.
pub fn packed(word: &str) -> Option<u128> {
    let mut bytes = [0; 16];
    bytes
        .get_mut(..word.len())?
        .copy_from_slice(word.as_bytes());
    Some(u128::from_be_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stop_words_are_sorted_for_binary_search() {
        assert!(STOP_WORDS.is_sorted());
        assert!(PACKED_STOP_WORDS.is_sorted());
        assert!(STOP_WORDS.iter().all(|word| is_stop_word(word)));
        assert!(is_stop_word("the") && is_stop_word("une") && !is_stop_word("help"));
    }
}
