//! Dates as texts write them, in many languages: `21 October 2018`, `on the twenty-first day of September, one thousand
//! nine hundred and eighty-eight`, `14 марта 1996 года`, `2009-cu il dekabrın 23-də`, `一九八八年九月二十一日`.

use super::spelled::{self, Spelled};
use crate::model::Date;
use crate::text::fold::fold;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

/// A date and where it is written, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) date: Date,
    pub(super) range: Range<usize>,
}

/// The months of several languages, January first; forms of one month are divided by `|`.
const MONTHS: &[&str] = &[
    "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug|augst september|sept|sep october|oct november|nov december|dec",
    "janvier février|fevrier mars avril mai juin juillet août|aout septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre",
    "januari februari maart april mei juni juli augustus september october|oktober november december",
    "januar|jänner februar märz april mai juni juli august september oktober november dezember",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "января|январь февраля|февраль марта|март апреля|апрель мая|май июня|июнь июля|июль августа|август сентября|сентябрь октября|октябрь ноября|ноябрь декабря|декабрь",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
    "yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr",
    "yanvarın fevralın martın aprelin mayın iyunun iyulun avqustun sentyabrın oktyabrın noyabrın dekabrın",
    "январ феврал март апрел май июн июл август сентябр октябр ноябр декабр",
    "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "يناير فبراير مارس أبريل|ابريل مايو يونيو|يونيه يوليو|يوليه أغسطس|اغسطس سبتمبر أكتوبر|اكتوبر نوفمبر ديسمبر",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenog|studenoga prosinca",
    "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
];

/// Words between the parts of a date.
const BETWEEN: &[&str] = &[
    "of",
    "de",
    "del",
    "the",
    "day",
    "in",
    "year",
    "our",
    "lord",
    "го",
    "ого",
    "е",
    "d",
    "du",
    "mois",
    "jour",
    "an",
    "l",
    "dia",
    "dias",
    "days",
    "jours",
    "dagen",
    "giorni",
    "mes",
    "ano",
    "dag",
    "der",
    "den",
    "maand",
    "van",
    "het",
    "jaar",
    "im",
    "jahre",
    "tag",
    "tage",
    "des",
    "ci",
    "cu",
    "il",
    "ilde",
    "gunu",
    "tarihinde",
    "gun",
    "st",
    "nd",
    "rd",
    "th",
    "er",
    "e",
    "ste",
    "goda",
    "god",
    "yil",
    "yilning",
    "yilgi",
    "zhyly",
    "zhylgy",
    "zhyldyn",
    "day",
    "a",
    "giorno",
    "mese",
    "anno",
    "que",
    "month",
    "this",
    "to",
    "and",
];

fn months() -> &'static HashMap<String, u8> {
    static MONTHS_BY_NAME: OnceLock<HashMap<String, u8>> = OnceLock::new();
    MONTHS_BY_NAME.get_or_init(|| {
        let mut all = HashMap::new();
        for list in MONTHS {
            for (month, names) in (1u8..).zip(list.split(' ')) {
                for name in names.split('|') {
                    all.entry(fold(name).text().to_owned()).or_insert(month);
                }
            }
        }
        all
    })
}

/// The month that a folded word names, also with an ending ("oktyabrda", "ekiminde").
fn month(word: &str) -> Option<u8> {
    months().get(word).copied().or_else(|| {
        let known =
            |end: &usize| word.get(..*end).filter(|stem| stem.len() >= 5).and_then(|stem| months().get(stem));
        (word.len().saturating_sub(4)..word.len()).rev().find_map(|end| known(&end)).copied()
    })
}

/// A word of a text: folded, with its place.
struct Token {
    word: String,
    range: Range<usize>,
}

/// The full dates of a text in order.
pub(super) fn dates(text: &str) -> Vec<Written> {
    let tokens = tokens(text);
    let mut found: Vec<Written> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let here = by_month(&tokens, at)
            .or_else(|| numeric(text, &tokens, at))
            .or_else(|| chinese(text, &tokens, at));
        if let Some((year, month, day, first, last)) = here
            && let Some(written) = written(&tokens, (year, month, day), first, last)
            && found.last().is_none_or(|before| before.range.end <= written.range.start)
        {
            found.push(written);
            at = at.max(last);
        }
        at += 1;
    }
    found
}

fn written(
    tokens: &[Token],
    (year, month, day): (u16, u8, u8),
    first: usize,
    last: usize,
) -> Option<Written> {
    let date: Date = format!("{year:04}-{month:02}-{day:02}").parse().ok()?;
    Some(Written { date, range: tokens.get(first)?.range.start..tokens.get(last)?.range.end })
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    for word in crate::text::words(text) {
        // Digits and letters that are glued ("18th", "23-də") are words of their own.
        let bounds = word
            .text
            .char_indices()
            .zip(word.text.chars().skip(1))
            .filter_map(|((at, a), b)| (a.is_numeric() != b.is_numeric()).then_some(at + a.len_utf8()));
        let mut from = 0;
        for end in bounds.chain([word.text.len()]) {
            let piece = word.text.get(from..end).unwrap_or_default();
            let range = word.range.start + from..word.range.start + end;
            tokens.push(Token { word: fold(piece).text().to_owned(), range });
            from = end;
        }
    }
    tokens
}

type Found = (u16, u8, u8, usize, usize);

/// A date around the name of a month.
fn by_month(tokens: &[Token], at: usize) -> Option<Found> {
    let month = month(&tokens.get(at)?.word)?;
    let back = before(tokens, at);
    let ahead = after(tokens, at);
    // "2009-cu il dekabrın 23-də", "2021 жылғы 5 мамыр"
    if let Some((Value::Year(year), first)) = back
        && let Some((Value::Day(day), last)) = ahead
    {
        return Some((year, month, day, first, last));
    }
    if let Some((Value::Day(day), first)) = back {
        if let Some((Value::Year(year), last)) = ahead {
            return Some((year, month, day, first, last));
        }
        if let Some((Value::Year(year), first)) = before(tokens, first) {
            return Some((year, month, day, first, at));
        }
        return None;
    }
    // "October 21, 2018"
    if let Some((Value::Day(day), middle)) = ahead
        && let Some((Value::Year(year), last)) = after(tokens, middle)
    {
        return Some((year, month, day, at, last));
    }
    None
}

enum Value {
    Day(u8),
    Year(u16),
}

fn value(number: u32) -> Option<Value> {
    match number {
        1..=31 => u8::try_from(number).ok().map(Value::Day),
        1400..=2100 => u16::try_from(number).ok().map(Value::Year),
        _ => None,
    }
}

fn number(word: &str) -> Option<u32> {
    if word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit()) { word.parse().ok() } else { None }
}

fn is_between(word: &str) -> bool {
    BETWEEN.contains(&word) || word.len() <= 2 && !word.bytes().all(|b| b.is_ascii_digit())
}

/// The day or year before a word, past words that may be between, and where it begins.
fn before(tokens: &[Token], at: usize) -> Option<(Value, usize)> {
    const MOST: usize = 7;
    let nearest = (at.saturating_sub(MOST)..at)
        .rev()
        .find(|place| tokens.get(*place).is_some_and(|token| !is_between(&token.word)))?;
    let word = &tokens.get(nearest)?.word;
    if let Some(number) = number(word) {
        return Some((value(number)?, nearest));
    }
    // In words: the longest run that is a number.
    (nearest.saturating_sub(3)..=nearest).find_map(|first| {
        let words: Vec<&str> = tokens.get(first..=nearest)?.iter().map(|token| token.word.as_str()).collect();
        let Spelled { value: spelled, used } = spelled::leading(&words)?;
        (used == words.len()).then_some(())?;
        value(spelled).map(|value| (value, first))
    })
}

/// The day or year after a word, past words that may be between, and where it ends.
fn after(tokens: &[Token], at: usize) -> Option<(Value, usize)> {
    const MOST: usize = 9;
    let nearest = (at + 1..=at + MOST)
        .find(|place| tokens.get(*place).is_some_and(|token| !is_between(&token.word)))?;
    let word = &tokens.get(nearest)?.word;
    if let Some(number) = number(word) {
        return Some((value(number)?, nearest));
    }
    let words: Vec<&str> = tokens
        .get(nearest..(nearest + 12).min(tokens.len()))?
        .iter()
        .map(|token| token.word.as_str())
        .collect();
    let Spelled { value: spelled, used } = spelled::leading(&words)?;
    value(spelled).map(|value| (value, nearest + used - 1))
}

/// `21.05.2013`, `21/05/2013`, `2013-05-21`: the day is first unless the year is. What can be read both ways is not read.
fn numeric(text: &str, tokens: &[Token], at: usize) -> Option<Found> {
    let [a, b, c] = tokens.get(at..at + 3)? else { return None };
    let glue = |one: &Token, next: &Token| text.get(one.range.end..next.range.start);
    let (first, second) = (glue(a, b)?, glue(b, c)?);
    if first != second || !matches!(first.trim(), "." | "/" | "-") {
        return None;
    }
    let (a, b, c) = (number(&a.word)?, number(&b.word)?, number(&c.word)?);
    let (year, month, day) = match (value(a), value(c)) {
        (Some(Value::Year(year)), _) => (year, b, c),
        (_, Some(Value::Year(year))) if b > 12 && a <= 12 => (year, a, b),
        (_, Some(Value::Year(year))) if first.trim() != "/" || a > 12 || a == b => (year, b, a),
        _ => return None,
    };
    Some((year, u8::try_from(month).ok()?, u8::try_from(day).ok()?, at, at + 2))
}

/// `2009年12月23日`, also in Chinese numerals.
fn chinese(text: &str, tokens: &[Token], at: usize) -> Option<Found> {
    let token = tokens.get(at)?;
    let rest = text.get(token.range.start..)?;
    let (year, rest) = year_of_era(rest).or_else(|| chinese_part(rest, '年'))?;
    let (month, rest) = chinese_part(rest, '月')?;
    let (day, rest) = chinese_part(rest, '日')?;
    let Value::Year(year) = value(year)? else { return None };
    let end = text.len() - rest.len();
    let last = (at..tokens.len())
        .take_while(|place| tokens.get(*place).is_some_and(|token| token.range.start < end))
        .last()?;
    Some((year, u8::try_from(month).ok()?, u8::try_from(day).ok()?, at, last))
}

/// Eras of Japan, with the year before their first one.
const ERAS: [(&str, u32); 5] =
    [("令和", 2018), ("平成", 1988), ("昭和", 1925), ("大正", 1911), ("明治", 1867)];

/// A year of an era of Japan: `令和四年`, `平成元年`, `昭和53年`.
fn year_of_era(text: &str) -> Option<(u32, &str)> {
    let (rest, before) = ERAS.iter().find_map(|(era, before)| Some((text.strip_prefix(era)?, before)))?;
    let (year, rest) = match rest.strip_prefix("元年") {
        Some(rest) => (1, rest),
        None => chinese_part(rest.trim_start(), '年')?,
    };
    Some((before + year, rest))
}

fn chinese_part(text: &str, unit: char) -> Option<(u32, &str)> {
    let (number, rest) = text.split_once(unit).filter(|(number, _)| number.chars().count() <= 5)?;
    let mut value = 0u32;
    let number = number.trim();
    let folded = fold(number);
    if let Ok(value) = folded.text().parse() {
        return Some((value, rest));
    }
    let digit =
        |c: char| "〇一二三四五六七八九".chars().position(|own| own == c || (c == '零' && own == '〇'));
    if number.chars().all(|c| digit(c).is_some()) {
        for c in number.chars() {
            value = value * 10 + u32::try_from(digit(c)?).ok()?;
        }
        return Some((value, rest));
    }
    let mut ones = 0;
    for c in number.chars() {
        match c {
            '十' => (value, ones) = (value + ones.max(1) * 10, 0),
            _ => ones = u32::try_from(digit(c)?).ok()?,
        }
    }
    Some((value + ones, rest))
}

#[cfg(test)]
mod tests {
    use super::dates;

    #[test]
    fn dates_are_read_in_many_languages() {
        for (text, expected) in [
            ("DONE at Ankara on the 18th day of August 2005", "2005-08-18"),
            ("this twenty-first day of September, one thousand nine hundred and eighty-eight", "1988-09-21"),
            ("the twenty-sixth day of June, one thousand nine hundred and forty-five", "1945-06-26"),
            ("on the thirteenth day of September, eighteen hundred and seventy-three", "1873-09-13"),
            (
                "this ninth day of January, in the year of our Lord one thousand seven hundred and eighty-nine",
                "1789-01-09",
            ),
            ("Done on October 21, 2018", "2018-10-21"),
            ("on 23 rd December 2009", "2009-12-23"),
            ("Fait à Rabat, le 21 mai 2013", "2013-05-21"),
            ("le seize août mil neuf cent vingt quatre", "1924-08-16"),
            ("le premier mars mil neuf cent quatre-vingt-dix-sept", "1997-03-01"),
            (
                "GEDAAN te Den Haag, op de vijftiende dag van de maand juni van het jaar twee duizend vijf",
                "2005-06-15",
            ),
            ("op dertien mei negentienhonderdachtennegentig", "1998-05-13"),
            ("op zestien Augustus negentienhonderd vier en twintig", "1924-08-16"),
            ("de 12e mei 1960", "1960-05-12"),
            ("a los veintiún días del mes de marzo de mil novecientos noventa y seis", "1996-03-21"),
            ("Совершено в городе Баку 14 марта 1996 года", "1996-03-14"),
            ("21 Ekim 2018 tarihinde", "2018-10-21"),
            ("2009-cu il dekabrın 23-də", "2009-12-23"),
            ("Bağdat'ta 22/04/2024 tarihinde", "2024-04-22"),
            ("一九八八年九月二十一日", "1988-09-21"),
            ("2009年12月23日", "2009-12-23"),
            ("令和四年十二月二十日に東京で", "2022-12-20"),
            ("平成元年1月8日", "1989-01-08"),
            ("二〇二二年五月二日にバンコクで", "2022-05-02"),
            ("Toshkent shahrida 2017 yil 6 oktabrda", "2017-10-06"),
            ("a los quince días del mes de marzo de dos mil cinco, en dos ejemplares", "2005-03-15"),
            ("le cinq mai mil neuf cent soixante-dix-huit, en deux exemplaires", "1978-05-05"),
            ("am dritten Mai zweitausendfünf in zwei Urschriften", "2005-05-03"),
        ] {
            let found: Vec<String> = dates(text).iter().map(|found| found.date.to_string()).collect();
            assert_eq!(found, [expected], "{text}");
        }
        for text in [
            "",
            "in May",
            "Article 5 of 1960",
            "of the thirteenth day",
            "05/06/2013",
            "31 February 2001",
            "12 months",
        ] {
            assert!(dates(text).is_empty(), "{text}");
        }
    }
}
