//! Page to print: one HTML file without scripts or external resources.

use super::side::Side;
use crate::i18n::typography::is_obeyed;
use crate::i18n::{Language, Messages};

/// Contacts on a page of Letter paper.
const ON_A_PAGE: usize = 6;
/// Most contacts on a page in the larger type.
const ROOMY: usize = 3;
/// Cards of wallet size on a sheet.
const WALLETS_ON_A_PAGE: usize = 4;

/// A browser prints the date and the path of the file into the margin of each page: pages have none, and the
/// sections on them a padding.
const STYLE: &str = "\
@page { size: Letter; margin: 0 }
body { font: 14pt/1.25 sans-serif; color: #000; background: #fff; margin: 0 auto; max-width: 214mm }
.page { padding: 12mm; break-after: page; box-decoration-break: clone; -webkit-box-decoration-break: clone } .page:last-child { break-after: auto }
.card { display: flex; gap: 6mm; border-bottom: 1px solid #000; padding: 2mm 0; break-inside: avoid }
.side { flex: 1 1 0; min-width: 0; overflow-wrap: break-word }
p { margin: 0 } .name { font-weight: bold }
.number { font-size: 26pt; font-weight: bold; line-height: 1.1; overflow-wrap: normal }
.number small { font-size: 45%; font-weight: normal }
.both .number { font-size: 20pt } .number span { white-space: nowrap }
.step, .rest { font-size: 11pt }
.full { line-height: 1.12 } .full .card { padding: 0.9mm 0 } .full .name { font-size: 11pt }
.full .number { font-size: 17pt } .full .step, .full .rest { font-size: 8.5pt }
.full .both .name { font-size: 9.5pt } .full .both .number { font-size: 13pt }
.full .both .step, .full .both .rest { font-size: 8pt }
.wallet { display: flex; flex-wrap: wrap; gap: 6mm } .wallet .card { display: block; box-sizing: border-box;
width: 86mm; height: 108mm; border: 1px solid #000; padding: 0; overflow: hidden }
.wallet .half { box-sizing: border-box; height: 54mm; padding: 3mm; overflow: hidden }
.wallet .half + .half { border-top: 1px dashed #000 }
.wallet .number { font-size: 18pt } .wallet .both .number { font-size: 14pt }
.wallet .name { font-size: 11pt } .wallet .step, .wallet .rest { font-size: 9pt }
";

pub(super) fn write(cards: &[Vec<Side>], languages: &[Language], wallet: bool) -> String {
    let language = languages.first().copied().unwrap_or(Language::En);
    let title = Messages::of(language).text("handout-title");
    let both = if languages.len() > 1 { "both" } else { "one" };
    let mut body = String::new();
    let on_a_page = if wallet { WALLETS_ON_A_PAGE } else { ON_A_PAGE };
    for page in cards.chunks(on_a_page) {
        let kind = match page.len() {
            _ if wallet => "page wallet",
            0..=ROOMY => "page",
            _ => "page full",
        };
        body.extend(["<section class=\"", kind, "\">\n"]);
        for card in page {
            body.extend(["<article class=\"card ", both, "\">\n"]);
            if wallet {
                folded(card, &mut body);
            } else {
                let sides = card.iter().map(|side| {
                    format!(
                        "<div class=\"side\" lang=\"{}\">\n{}{}{}</div>\n",
                        code(side),
                        top(side),
                        gloss(side),
                        bottom(side)
                    )
                });
                body.extend(sides);
            }
            body.push_str("</article>\n");
        }
        body.push_str("</section>\n");
    }
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n",
        language.code(),
        escaped(&title),
    )
}

/// Writes a card to fold: the numbers on one half, the rest on the other.
fn folded(card: &[Side], body: &mut String) {
    for half in [top, bottom] {
        body.push_str("<div class=\"half\">\n");
        for side in card {
            body.extend(["<div lang=\"", code(side), "\">\n", &half(side), "</div>\n"]);
        }
        body.push_str("</div>\n");
    }
}

fn code(side: &Side) -> &'static str {
    side.messages.language().code()
}

fn top(side: &Side) -> String {
    let numbers = side.numbers.iter();
    let numbers = numbers.map(|said| large(&said.number, &said.words));
    let numbers = numbers.chain(side.reach.iter().map(|reach| large(reach, "")));
    let name = Some(&side.name).filter(|name| !name.is_empty());
    let name = name.map(|name| paragraph("name", name)).unwrap_or_default();
    let numbers: String = numbers.collect();
    let mark = Some(&side.mark).filter(|mark| !mark.is_empty());
    let mark = mark.map(|mark| paragraph("rest", mark)).unwrap_or_default();
    format!("{}{name}{numbers}{mark}", paragraph("step", &side.step))
}

/// Returns the description beside a name in the other language. A card to fold has no room for it.
fn gloss(side: &Side) -> String {
    let gloss = side.gloss.as_ref();
    gloss
        .map(|gloss| paragraph("rest", gloss))
        .unwrap_or_default()
}

fn bottom(side: &Side) -> String {
    let mut rest: String = side.below().map(|line| paragraph("rest", line)).collect();
    if !rest.is_empty() {
        rest.push_str(&paragraph(
            "rest",
            &format!("{} ____________________", side.blank()),
        ));
    }
    rest
}

/// Writes a number or a website in large type: lines never break within it; they may break in the words
/// behind it.
fn large(number: &str, words: &str) -> String {
    let words = Some(words).filter(|words| !words.is_empty());
    let words = words.map(|words| format!(" <small>{}</small>", escaped(words)));
    format!(
        "<p class=\"number\"><span>{}</span>{}</p>\n",
        escaped(number),
        words.unwrap_or_default()
    )
}

fn paragraph(class: &str, text: &str) -> String {
    format!("<p class=\"{class}\">{}</p>\n", escaped(text))
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ if is_obeyed(character) => escaped.push(' '),
            _ => escaped.push(character),
        }
    }
    escaped
}
