//! Tests of figures of speech, and of talk about a danger: neither raises an alarm, and neither hides
//! one.

use super::{alarms, assert_no_alarm};
use crate::needs::tests::needs;

#[test]
fn talk_about_a_danger_raises_no_alarm() {
    let needs = needs();
    assert_no_alarm(
        &needs,
        &[
            "the suicide prevention training is moved to tuesday",
            "training on overdose is tuesday",
            "what does the word strangulation mean in the policy",
            "do we reorder the naloxone kits that expire in march",
            "la formation sur le suicide est mardi",
            "qui a l’affiche sur la strangulation",
            "un livre sur les féminicides",
            "false alarm, she was at her sister’s",
        ],
    );
}

#[test]
fn figures_of_speech_raise_no_alarm() {
    let needs = needs();
    assert_no_alarm(
        &needs,
        &[
            "the squirrels strangled my bird feeder",
            "i could murder a coffee",
            "our team got slaughtered 9 to 0",
            "there is a gun in fortnite",
            "he threatened to retire",
            "je pourrais tuer pour une poutine",
            "c’est à mourir de rire",
            "il est mort de vieillesse",
            "choked up",
            "the whole staff got the flu shot",
            "tranquille à mort, des idées d’activités?",
            "on a tiré au sort les paniers",
            "sa batterie est morte, qui peut faire le transport",
            "they gave us a bed, we dont need it anymore",
            "he took the rifle to the bush, moose hunting",
            "how high is the bridge for the trucks",
            "mon boss va me tuer si je remplis pas le rapport",
            "the manager is going to kill me if i miss the deadline",
            "training next tues on suicide prevention",
            "the dog was hit by a car last summer",
            "security guard can help with parking",
            "how is the baby strapped in the car seat",
            "he shook his head at the baby bottle",
            "search and seizure of her bank account",
            "bread knife missing from the staff kitchen",
            "took a shot at the grant",
            "passer au feu rouge avec la van",
            "pilule dure à avaler, ce refus",
            "le char veut pas partir, y fait frette",
            "mon coloc va me tuer haha",
        ],
    );
}

#[test]
fn a_danger_beside_such_words_raises_an_alarm() {
    let needs = needs();
    for text in [
        "she left the suicide prevention training and took all her pills",
        "the naloxone kit expired and he is not breathing",
        "i was dying of laughter and then he pulled a gun on us",
        "he strangled my dog and then he strangled me",
        "how do i give naloxone, he is blue",
        "he drew a gun in class",
        "après la formation sur le suicide, elle a avalé toutes ses pilules",
        "il est mort de jalousie, il l’étrangle",
        "my boss will kill me if i run, he has my passport",
        "le char veut pas partir, mon ex arrive avec un couteau",
    ] {
        assert!(alarms(&needs, text), "{text}");
    }
}
