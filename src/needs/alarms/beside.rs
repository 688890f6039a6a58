//! Dangers beside words of another need, harmless words like theirs, and dangers that are over.

use super::{alarms, assert_no_alarm, needs, recognized};
use crate::needs::Needs;

/// Asserts that a text is first about this need.
fn first(needs: &Needs, text: &str, need: &str) {
    let found = recognized(needs, text);
    let found = found.first().map(String::as_str);
    assert_eq!(found, Some(need), "{text}");
}

#[test]
fn medical_emergencies_lead_despite_words_of_other_needs() {
    let needs = needs();
    for text in [
        "his kid drank drain cleaner at the shelter",
        "she swallowed some bleach after work",
        "la petite a bu du nettoyant chez sa grand-mère",
        "mon gars a avalé une pile",
        "two girls went through the ice behind the school",
        "le p'tit est passé en dessous de la glace",
        "she fell off the dock with her boss watching",
        "they threw her out in the snow in her nightie and she is confused",
        "y l'a laissée dehors nu-pieds dans la neige",
        "the baby is in the car with the windows up",
        "the man collapsed and the boss refuses an ambulance",
        "le travailleur s'est effondré, le patron ne veut pas d'ambulance",
        "he overdid it on some bad stuff at the party",
        "having a fit, it does not stop",
    ] {
        first(&needs, text, "medical-now");
    }
}

#[test]
fn attacks_with_tools_cars_or_gas_and_threats_to_take_a_child_are_danger() {
    let needs = needs();
    for text in [
        "the boss went after the mexican worker with a shovel",
        "le boss a pris une fourche et court après le travailleur",
        "he tried to run my sister over",
        "mon ex a essayé de foncer sur moi avec son char",
        "he left the gas on in the kitchen on purpose",
        "ça sent le gaz, il l'a ouvert exprès",
        "they said pay or they take my kid",
    ] {
        first(&needs, text, "danger-now");
    }
}

#[test]
fn a_question_about_means_or_a_farewell_is_about_suicide() {
    let needs = needs();
    for text in [
        "my sister is googling how many pills it takes",
        "il cherche combien de tylenol ça prend",
        "she asked which pills are the strongest",
        "if they post the video im jumping",
        "s'ils publient le vidéo je saute",
        "he says tomorrow he wont be here",
    ] {
        first(&needs, text, "suicide");
    }
    for text in [
        "she is over the railing of the bridge",
        "mon père est parti dans la grange avec une corde",
    ] {
        let found = recognized(&needs, text);
        assert_eq!(found[..2], ["medical-now", "suicide"], "{text}");
    }
}

#[test]
fn words_like_those_of_a_danger_raise_no_alarm() {
    let needs = needs();
    assert_no_alarm(
        &needs,
        &[
            "her car battery is dead",
            "we had ice cream at the lake",
            "her marriage collapsed",
            "elle s'est effondrée en larmes",
            "the rent is choking us with fees",
            "i ran into her at the gas station",
            "i jumped at the chance to help",
            "je saute un repas par jour",
            "google how many hours until the office opens",
            "the ambulance bill came, who pays",
            "a bread knife for the kitchen",
            "she is pregnant and happy",
            "elle veut se plaindre du service",
        ],
    );
}

#[test]
fn requests_after_a_past_danger_rank_above_the_danger() {
    let needs = needs();
    for text in [
        "he strangled her in 2016, is it too late for compensation",
        "il l'a étranglée l'an passé, le procès est en mars",
        "they tied us up last month, we need counselling",
        "he stabbed my cousin in june and gets out of jail, when",
        "on nous a menacés avec un fusil il y a deux mois, on veut en parler",
        "dad was stabbed years ago, i finally want to talk",
    ] {
        let found = needs.recognize(text);
        let ids = recognized(&needs, text);
        let life = ["danger-now", "medical-now", "suicide"];
        assert!(!life.contains(&ids[0].as_str()), "{text}: {ids:?}");
        let order = found.windows(2);
        let mut order = order.map(|two| two[0].confidence >= two[1].confidence);
        assert!(order.all(|is_right| is_right), "{text}: {found:?}");
    }
}

#[test]
fn violence_of_years_ago_is_no_danger() {
    let needs = needs();
    for text in [
        "he strangled me 5 years ago",
        "in 2015 he strangled me with a belt",
        "y m'a etranglé ya 3 ans pis jen fais encore des cauchemars",
        "il m'a étranglée en 2015",
        "mon ex est décédé en 2015 il me battait",
    ] {
        assert!(!alarms(&needs, text), "{text}");
        first(&needs, text, "partner-violence");
    }
}

#[test]
fn recent_or_renewed_danger_leads_despite_other_requests() {
    let needs = needs();
    for text in [
        "he strangled her last month, the trial is monday and he is outside",
        "il l'a étranglée l'an passé et encore ce soir, elle a un procès",
        "he choked her in may and again yesterday, court is next week",
        "he strangled her last week",
        "il m'a étranglée il y a 3 semaines",
        "he strangled me 3 years ago and he did it again tonight",
        "y m'a etrangle ya 2 ans pis y recommence a me menacer",
        "she tried to kill herself last year, has counselling, wants to die",
    ] {
        assert!(alarms(&needs, text), "{text}");
        let found = recognized(&needs, text);
        let life = ["danger-now", "medical-now", "suicide"];
        assert!(life.contains(&found[0].as_str()), "{text}: {found:?}");
    }
}

#[test]
fn danger_told_without_its_word_is_one() {
    let needs = needs();
    for text in [
        "he unplugged her oxygen and left",
        "il a versé du gaz sur le perron, il cherche son briquet",
        "whispering, he is coming back any minute",
        "grand-maman est attachée à sa chaise depuis hier",
        "elle entend des voix qui lui disent de noyer les petits",
        "she walks in the middle of the highway",
        "elle veut qu’un train la frappe",
        "le gourou veut que les enfants boivent le mélange",
        "the leader told them all to stop drinking water",
        "cant get him to stop snoring, lips look kinda grey",
        "he asked me how high the bridge is, three times",
        "prends soin de mon chat, tu vas comprendre demain",
        "he gave away his car, says he wont need it anymore",
        "he took the .22 out behind the barn alone",
        "il a laissé ses clés et une enveloppe pour sa fille sur le comptoir",
        "her papers are in order and she asked who will take the kids",
        "15 yr old in a motel with four older guys, she sent the room number",
        "on dort dans le char à -30 avec les petits",
        "outside at -38 with a baby, every shelter is full",
        "bb de 3 mois tout mou, son père l’a brassé",
        "daddy shook the baby and now he sleeps all the time",
        "fugueuse de 14 ans vue avec un gars de 35 ans dans un camion",
        "monsieur de 80 ans attaché à sa chaise par son fils",
        "grandpa locked in the garage, no food for days",
        "third seizure tonight, quit drinking cold on monday",
        "always a guard at the spa door, she says pls help",
        "« jte laisserai pas vivante » qu’y a écrit",
        "he said she wont see tomorrow",
        "elle a texté juste « aide » pis pu rien",
        "le détecteur de co sonne, tout le monde a mal à la tête",
        "farm worker stopped sweating in the field and talks nonsense",
        "pregnant and soaked four pads in an hour",
        "trop de gravol, elle dort debout",
        "son inhaler est vide, il siffle et ne peut pu parler",
        "le petit oublié dans l’auto au soleil",
        "put out on the porch at -35 with no coat",
        "he rams her bumper on the highway",
        "a bullet on my pillow this morning",
        "her brothers say she shames them and will not see friday",
        "dis adieu à ta mère, qu’il texte",
        "cadenas sur la porte du sous-sol, elle crie",
        "il a tué son chien, la prochaine c’est elle",
    ] {
        let found = needs.recognize(text);
        let first = found.first().and_then(|one| needs.at(one.need));
        let is_life = first.is_some_and(|need| need.gravity == crate::needs::Gravity::Life);
        assert!(is_life, "{text}: {:?}", recognized(&needs, text));
    }
}

#[test]
fn words_like_theirs_are_no_danger() {
    assert_no_alarm(
        &needs(),
        &[
            "she works at a hotel, two men and three women on the team",
            "he shook his head, the baby laughed",
            "it is minus 30 and my jacket is torn",
        ],
    );
}

#[test]
fn a_death_long_ago_that_still_hurts_is_grief() {
    let needs = needs();
    for text in [
        "son père est mort y’a 12 ans, elle y pense encore à noël",
        "we lost him in 2019, the anniversary is sunday",
        "his mom died years ago and he still cries at christmas",
    ] {
        first(&needs, text, "counselling");
    }
    for text in [
        "her mom died years ago and she still wants to join her",
        "son frère est mort, à noël elle veut aller le rejoindre",
    ] {
        assert!(
            !recognized(&needs, text).starts_with(&["counselling".to_owned()]),
            "{text}"
        );
    }
}
