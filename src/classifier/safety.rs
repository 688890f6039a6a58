//! Words about safety: "safe" after a negation means danger, "danger" after one means safety.
//!
//! Single words and neighbours do not tell these apart: « je ne me sens vraiment pas en sécurité ».

/// Number of words before "safe" among which a negation applies to it.
const REACH: usize = 4;

/// Safety told by a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Safety {
    Safe,
    Unsafe,
}

/// Returns the safety that a folded word tells; `before` has the words before it, the nearest first.
pub fn stated_safety<'w>(
    text: &str,
    mut before: impl Iterator<Item = &'w str>,
    after: &str,
) -> Option<Safety> {
    let is_state = match text {
        // No danger only if nothing but small words is between: "no shoes, in danger" is danger.
        "danger" => {
            return before
                .find(|word| !is_small(word))
                .filter(|word| negates(word))
                .map(|_| Safety::Safe);
        }
        "unsafe" => return Some(Safety::Unsafe),
        "safe" => !is_for_safety(after),
        "securite" => before.next() == Some("en"),
        _ => false,
    };
    let is_negated = is_state && before.take(REACH).any(negates);
    is_state.then_some(if is_negated {
        Safety::Unsafe
    } else {
        Safety::Safe
    })
}

fn negates(word: &str) -> bool {
    matches!(
        word,
        "no" | "not"
            | "isnt"
            | "arent"
            | "wasnt"
            | "aint"
            | "dont"
            | "doesnt"
            | "didnt"
            | "cant"
            | "wont"
            | "never"
            | "nowhere"
            | "nobody"
            | "without"
            | "hardly"
            | "pas"
            | "plus"
            | "pu"
            | "pus"
            | "point"
            | "jamais"
            | "aucun"
            | "sans"
            | "personne"
    )
}

/// Returns true for words between a negation and the "danger" that it denies.
fn is_small(word: &str) -> bool {
    matches!(
        word,
        "in" | "any"
            | "immediate"
            | "real"
            | "really"
            | "longer"
            | "of"
            | "is"
            | "are"
            | "was"
            | "one"
            | "en"
            | "de"
            | "d"
            | "un"
            | "est"
            | "sont"
            | "n"
            | "vraiment"
            | "ya"
    )
}

/// Returns true for things named after the safety that they give: "safe house".
fn is_for_safety(word: &str) -> bool {
    matches!(
        word,
        "house"
            | "place"
            | "space"
            | "bed"
            | "room"
            | "phone"
            | "call"
            | "supply"
            | "use"
            | "injection"
            | "consumption"
            | "sex"
            | "drop"
            | "program"
            | "way"
            | "somewhere"
    )
}
