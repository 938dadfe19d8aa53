//! Who is party to a text, by its title and its preamble, through the register of states.

use super::signing::Guessed;
use crate::data::tables::states::{State, states};
use crate::text::fold::fold;
use foldhash::fast::RandomState;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

/// Names that the register does not have: Dutch and German ones, formal Japanese ones, adjectives, and what scans make of
/// some.
const MORE_NAMES: &[(&str, &str)] = &[
    (
        "NLD",
        "nederland|nederlanden|niederlande|königreich der niederlande|olanda|holandia|nizozemska|hollanda krallığı",
    ),
    (
        "DEU",
        "duitsland|duitse bondsrepubliek|bondsrepubliek duitsland|duitse rijk|duitsche rijk|deutsches reich|almanya federal cumhuriyeti|njemačka|niemcy|duitse",
    ),
    (
        "TUR",
        "turkije|republiek turkije|turkse republiek|turksche republiek|türkische republik|turcia|turcja|turska|turske|république turque",
    ),
    (
        "FRA",
        "république française|french republic|frankrijk|franse republiek|fransche republiek|französische republik|fransa cumhuriyeti|francuska|francja",
    ),
    ("BEL", "belgië|koninkrijk belgië|belgien|belçika"),
    ("LUX", "luxemburg|groothertogdom luxemburg"),
    (
        "GBR",
        "verenigd koninkrijk|groot-brittannië|vereinigtes königreich|birleşik krallık|великобритания|соединенное королевство|royaume-uni|reino unido",
    ),
    (
        "USA",
        "verenigde staten van amerika|vereinigte staten von amerika|amerika birleşik devletleri|соединенные штаты америки|états-unis d'amérique|estados unidos de américa",
    ),
    ("ESP", "spanje|koninkrijk spanje|spanien|ispanya|españa|espagne"),
    ("PRT", "portugese republiek|portugal|portugiesische republik"),
    ("ITA", "italië|italiaanse republiek|italien|italya|italie"),
    ("CHE", "zwitserland|zwitserse bondsstaat|schweiz|isviçre|suisse|confédération suisse"),
    ("AUT", "oostenrijk|republiek oostenrijk|österreich|avusturya|autriche"),
    ("DNK", "denemarken|dänemark|danimarka"),
    ("NOR", "noorwegen|norwegen|norveç"),
    ("SWE", "zweden|schweden|isveç"),
    ("FIN", "finland|finnland|finlandiya"),
    ("ISL", "ijsland|island|izlanda"),
    ("IRL", "ierland|irland|irlanda"),
    ("POL", "polen|republiek polen|polonya|pologne|polska|poljska"),
    ("CZE", "tsjechië|tsjechische republiek|tschechien|çek cumhuriyeti"),
    ("SVK", "slowakije|slowaakse republiek|slowakei"),
    ("SVN", "slovenië|republiek slovenië|slowenien"),
    ("HRV", "kroatië|republiek kroatië|kroatien|hrvatska|republika hrvatska|republike hrvatske"),
    ("HUN", "hongarije|republiek hongarije|ungarn|macaristan"),
    ("ROU", "roemenië|rumänien|romanya"),
    ("BGR", "bulgarije|republiek bulgarije|bulgarien|bulgaristan"),
    ("GRC", "griekenland|helleense republiek|griechenland|yunanistan"),
    ("ALB", "albanië|republiek albanië|albanien|arnavutluk"),
    ("MKD", "macedonië|noord-macedonië|mazedonien|makedonya"),
    ("SRB", "servië|republiek servië|serbien|sırbistan"),
    ("BIH", "bosnië en herzegovina|bosnien und herzegowina|bosna-hersek|bosna hersek"),
    ("MNE", "montenegro|karadağ"),
    ("UKR", "oekraïne|ukraine|ukrayna"),
    ("BLR", "wit-rusland|belarus|republiek belarus|weißrussland|belarus cumhuriyeti"),
    ("MDA", "moldavië|republiek moldavië|moldawien|moldova cumhuriyeti"),
    (
        "RUS",
        "rusland|russische federatie|russland|russische föderation|rusya federasyonu|rusiya federasiyası|российская федерация",
    ),
    ("GEO", "georgië|georgien|gürcistan|gürcüstan|грузия"),
    ("ARM", "armenië|republiek armenië|armenien|ermenistan|ermənistan|армения"),
    ("AZE", "azerbeidzjan|azerbajdzjan|republiek azerbeidzjan|aserbaidschan|azerbaycan"),
    ("KAZ", "kazachstan|republiek kazachstan|kasachstan|kazakistan|qazaxıstan"),
    (
        "KGZ",
        "kirgizië|kirgizische republiek|kirgisistan|kırgızistan|kırgız cumhuriyeti|qırğızıstan|кыргыз республикасы|киргизская республика",
    ),
    ("TJK", "tadzjikistan|republiek tadzjikistan|tadschikistan|tacikistan|tacikistan cumhuriyeti"),
    ("TKM", "turkmenistan|türkmenistan"),
    ("UZB", "oezbekistan|republiek oezbekistan|usbekistan|özbekistan cumhuriyeti"),
    ("SUN", "sovjetunie|unie van socialistische sovjetrepublieken|sowjetunion"),
    (
        "CHN",
        "volksrepubliek china|volksrepublik china|çin halk cumhuriyeti|中华人民共和国|中華人民共和國|китайская народная республика",
    ),
    ("JPN", "japan|japonya|日本国"),
    ("KOR", "republiek korea|zuid-korea|republik korea|kore cumhuriyeti|大韩民国"),
    ("IND", "republiek india|hindistan"),
    ("IDN", "indonesië|republiek indonesië|indonesien|endonezya"),
    ("PHL", "filipijnen|republiek der filipijnen|philippinen|filipinler"),
    ("MYS", "maleisië|malezya"),
    ("IRN", "islamitische republiek iran|iran islam cumhuriyeti|iran"),
    ("IRQ", "irak|republiek irak|irak cumhuriyeti|republic of iraq"),
    (
        "SYR",
        "syrië|syrische arabische republiek|syrien|suriye arap cumhuriyeti|arab republic of syria|syrian arab republic",
    ),
    ("JOR", "jordanië|hasjemitisch koninkrijk jordanië|jordanien|ürdün"),
    ("LBN", "libanon|lübnan"),
    ("ISR", "israël|staat israël|israil"),
    ("PSE", "filistin devleti|filistin"),
    ("EGY", "egypte|arabische republiek egypte|ägypten|mısır"),
    ("SAU", "saoedi-arabië|saudi-arabien|suudi arabistan"),
    ("ARE", "verenigde arabische emiraten|vereinigte arabische emirate|birleşik arap emirlikleri"),
    ("KWT", "koeweit|kuveyt"),
    ("MAR", "marokko|koninkrijk marokko|fas krallığı"),
    ("DZA", "algerije|algerien|cezayir"),
    ("TUN", "tunesië|republiek tunesië|tunesien|tunus"),
    ("LBY", "libië|libyen|libya"),
    ("ZAF", "zuid-afrika|republiek zuid-afrika|südafrika|güney afrika"),
    ("SEN", "republiek senegal|senegal cumhuriyeti|république du sénégal"),
    ("ETH", "ethiopië|äthiopien|etiyopya"),
    ("KEN", "kenia"),
    ("BRA", "brazilië|federatieve republiek brazilië|brasilien|brezilya"),
    ("ARG", "argentinië|argentijnse republiek|argentinien|arjantin"),
    ("CHL", "chili|republiek chili"),
    ("MEX", "mexico|verenigde mexicaanse staten|mexiko|meksika"),
    ("SUR", "suriname|republiek suriname"),
    ("CAN", "canada|kanada"),
    ("AUS", "australië|gemenebest australië|australien|avustralya"),
    ("NZL", "nieuw-zeeland|neuseeland|yeni zelanda"),
    ("KHM", "cambodja|koninkrijk cambodja|kambodscha|kamboçya krallığı|kamboçya"),
    ("VNM", "vietnam|socialistische republiek vietnam"),
    ("CUB", "cuba|kuba|küba"),
    ("YUG", "joegoslavië|jugoslawien|yugoslavya"),
    ("CSK", "tsjecho-slowakije|tschechoslowakei|çekoslovakya"),
    ("CHN", "中華人民共和国"),
    ("KOR", "大韓民国"),
    ("GBR", "グレートブリテン及び北アイルランド連合王国"),
    ("USA", "米国"),
];

/// Words of a title after which its states are no parties, folded: the subject begins.
const SUBJECT: &[&str] = &[
    "concerning",
    "on",
    "regarding",
    "relating",
    "about",
    "for",
    "in",
    "respecting",
    "with",
    "inzake",
    "betreffende",
    "over",
    "tot",
    "sur",
    "concernant",
    "relatif",
    "relative",
    "pour",
    "sobre",
    "relativo",
    "para",
    "o",
    "ob",
    "po",
    "v",
    "uber",
    "betreffend",
    "hakkinda",
    "arasinda",
    "alaninda",
    "arasindaki",
    "uzerinde",
    "haqqinda",
    "sahesinde",
    "desiring",
    "considering",
    "recognizing",
    "noting",
    "animes",
    "desireux",
    "deseando",
    "verlangende",
    "geleid",
    "overwegende",
    "hereinafter",
    "hierna",
    "referred",
    "bundan",
];

/// Words after the name of a state that make it the name of a place: "Turkey Creek".
const PLACES: &[&str] = &[
    "creek",
    "river",
    "lake",
    "prairie",
    "city",
    "ocean",
    "sea",
    "gulf",
    "valley",
    "mountains",
    "county",
    "island",
];

/// The longest name of a state, in words; in Japanese each letter is one.
const LONGEST: usize = 24;

/// The parties that a text names: exactly two, in the order of the text. `None` if there are others than two, as a
/// convention of many states names them elsewhere.
pub(in crate::data::documents) fn of_text(
    title: &str,
    preamble: &str,
) -> Option<Guessed<Vec<&'static State>>> {
    let short = |text: &str| {
        text.char_indices().nth(500).and_then(|(at, _)| text.get(..at)).unwrap_or(text).to_owned()
    };
    [short(title), short(preamble)].into_iter().find_map(|text| {
        let found = named(&text);
        (found.len() == 2).then(|| Guessed {
            value: found,
            from: crate::text::cut(&text.replace('\n', " "), 160, "…").into_owned(),
        })
    })
}

/// The states that the beginning of a text names, up to its subject once there are two.
fn named(text: &str) -> Vec<&'static State> {
    let mut words: Vec<String> = Vec::new();
    let mut capital: Vec<bool> = Vec::new();
    for word in crate::text::words(text) {
        words.push(readable(word.text));
        capital.push(!word.text.starts_with(char::is_lowercase));
    }
    let mut found: Vec<&State> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if found.len() >= 2 && words.get(at).is_some_and(|word| SUBJECT.contains(&word.as_str())) {
            break;
        }
        let may_differ = capital.get(at).copied().unwrap_or(false);
        match longest(&words, at, may_differ) {
            Some((_, length))
                if words.get(at + length).is_some_and(|next| PLACES.contains(&next.as_str())) =>
            {
                at += length;
            }
            Some((state, length)) => {
                if found.iter().all(|other| other.code != state.code) {
                    found.push(state);
                }
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// A folded word, with what scans make of "u" put right.
fn readable(word: &str) -> String {
    let folded = fold(word);
    if !folded.text().contains("ii") {
        return folded.text().to_owned();
    }
    folded.text().replace("ii", "u").replace("iil", "ul")
}

/// The state with the longest name at this word, and the length of the name in words. A word that may differ from the name
/// has an ending or a wrong letter.
fn longest(words: &[String], at: usize, may_differ: bool) -> Option<(&'static State, usize)> {
    let names = names();
    let first = words.get(at)?;
    let whole = names.of_first.get(first).copied().unwrap_or(0);
    let declined = if may_differ { names.of_first_stem.get(stem(first)).copied().unwrap_or(0) } else { 0 };
    for length in (1..=whole.max(declined)).rev() {
        let Some(window) = words.get(at..at + length) else { continue };
        let is_part = || is_inside_katakana(words, at..at + length);
        if length <= whole
            && let Some(state) = names.whole.get(&window.join(" "))
            && !is_part()
        {
            return Some((state, length));
        }
        let declined =
            (length > 1 && length <= declined).then(|| names.stems.get(&stems(window)).copied().flatten());
        if let Some(state) = declined.flatten() {
            return Some((state, length));
        }
    }
    let word = words.get(at).filter(|_| may_differ)?;
    alike(word, names).map(|state| (state, 1))
}

/// Whether words are only a part of a word in katakana, whose letters are words of their own: マリ in マリーナ.
fn is_inside_katakana(words: &[String], range: Range<usize>) -> bool {
    let is_katakana = |word: &String| word.starts_with(|c: char| matches!(c, 'ァ'..='ヺ' | 'ー'));
    let at = |place: Option<usize>| place.and_then(|place| words.get(place)).is_some_and(is_katakana);
    let (first, last) = (at(Some(range.start)), at(range.end.checked_sub(1)));
    first && at(range.start.checked_sub(1)) || last && at(Some(range.end))
}

/// The state whose name of one word is like this one but for an ending or a letter: "Турецкой", "Suriyе", "Turkive".
fn alike(word: &str, names: &Names) -> Option<&'static State> {
    let length = word.chars().count();
    // People of that name are no party, and one letter from the German name of a state.
    if length < 6 || word.starts_with("indian") {
        return None;
    }
    let start: String = word.chars().take(3).collect();
    let mut best: Option<(usize, &State)> = None;
    for (name, state) in names.single.get(&start).into_iter().flatten() {
        let own = name.chars().count();
        let common = name.chars().zip(word.chars()).take_while(|(a, b)| a == b).count();
        let ending = common >= 5 && own >= 6 && own <= common + 2 && length <= common + 5;
        let close = ending || (own.abs_diff(length) <= 1 && own >= 6 && is_one_letter_off(name, word));
        if close && best.is_none_or(|(other, _)| common > other) {
            best = Some((common, state));
        } else if close && best.is_some_and(|(other, of)| common == other && of.code != state.code) {
            return None;
        }
    }
    best.map(|(_, state)| state)
}

fn is_one_letter_off(one: &str, other: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let same = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let (a, b) = (a.get(same..).unwrap_or_default(), b.get(same..).unwrap_or_default());
    match (a, b) {
        ([], []) => true,
        ([_, a @ ..], [_, b @ ..]) if a == b => true,
        ([_, a @ ..], b) if a == b => true,
        (a, [_, b @ ..]) => a == b,
        _ => false,
    }
}

/// The beginnings of the words of a name, which endings do not change.
fn stems(words: &[String]) -> String {
    words.iter().map(|word| stem(word)).collect::<Vec<_>>().join(" ")
}

/// The beginning of a word.
fn stem(word: &str) -> &str {
    word.char_indices().nth(5).and_then(|(end, _)| word.get(..end)).unwrap_or(word)
}

/// The names of states as texts print them, folded.
#[derive(Default)]
struct Names {
    whole: HashMap<String, &'static State, RandomState>,
    /// By the first word of a name, and by the beginning of that word, how many words the longest such name has.
    of_first: HashMap<String, usize, RandomState>,
    of_first_stem: HashMap<String, usize, RandomState>,
    /// Names of several words by the beginnings of the words, as many languages decline them; `None` if two states share them.
    stems: HashMap<String, Option<&'static State>, RandomState>,
    /// Names of one word, by their first three letters.
    single: HashMap<String, Vec<(String, &'static State)>, RandomState>,
}

fn names() -> &'static Names {
    static NAMES: OnceLock<Names> = OnceLock::new();
    NAMES.get_or_init(|| {
        let mut names = Names::default();
        for state in states() {
            for name in &state.names {
                names.add(name, state);
            }
        }
        for (code, list) in MORE_NAMES {
            let Some(state) = states().iter().find(|state| state.code == *code) else { continue };
            for name in list.split('|') {
                names.add(name, state);
            }
        }
        names
    })
}

impl Names {
    fn add(&mut self, name: &str, state: &'static State) {
        let words: Vec<String> = crate::text::words(name).map(|word| readable(word.text)).collect();
        let key = words.join(" ");
        // Abbreviations are words of other meanings.
        if key.chars().count() < 4 && key.is_ascii() {
            return;
        }
        if let [word] = words.as_slice()
            && word.chars().count() >= 5
        {
            let start = word.chars().take(3).collect();
            self.single.entry(start).or_default().push((word.clone(), state));
        }
        if let Some(first) = words.first() {
            let longest = |known: &mut usize| *known = words.len().min(LONGEST).max(*known);
            longest(self.of_first.entry(first.clone()).or_default());
            longest(self.of_first_stem.entry(stem(first).to_owned()).or_default());
        }
        if words.len() > 1 {
            let known = self.stems.entry(stems(&words)).or_insert(Some(state));
            if known.is_some_and(|known| known.code != state.code) {
                *known = None;
            }
        }
        self.whole.entry(key).or_insert(state);
    }
}

#[cfg(test)]
mod tests {
    use super::of_text;

    #[test]
    fn two_states_of_a_title_are_its_parties() {
        for (title, expected) in [
            (
                "Agreement between the Kingdom of the Netherlands and the Republic of Turkey on customs",
                "NLD TUR",
            ),
            (
                "Verdrag tussen het Koninkrijk der Nederlanden en de Republiek Oezbekistan inzake investeringen",
                "NLD UZB",
            ),
            (
                "Соглашение между Правительством Российской Федерации и Правительством Республики Узбекистан",
                "RUS UZB",
            ),
            (
                "Türkiye Cumhuriyeti Hükümeti ile Kamboçya Krallığı Hükümeti Arasında Su Alanında İşbirliği Anlaşması",
                "TUR KHM",
            ),
            (
                "Protocol between the Government of the Union of Soviet Socialist Republics and the Government of the Republic of Turkey concerning the Black Sea",
                "SUN TUR",
            ),
            ("Accord entre la République française et le Royaume du Maroc", "FRA MAR"),
            ("日本国とアゼルバイジャン共和国との間の条約", "JPN AZE"),
            ("投資の促進及び保護に関する日本国政府とキルギス共和国政府との間の協定", "JPN KGZ"),
            ("TURKivE CUMHURiYETi iLE SURivE ARAP CUMHURiYETi ARASINDA", "TUR SYR"),
        ] {
            let found = of_text(title, "").map(|found| {
                found.value.iter().map(|state| state.code.clone()).collect::<Vec<_>>().join(" ")
            });
            assert_eq!(found.as_deref(), Some(expected), "{title}");
        }
        for title in [
            "Charter of the United Nations",
            "Treaty of Rome",
            "日本国のマリーナとタイトルに関する協定",
            "Agreement between Norway, Sweden and Denmark",
            "Articles of a treaty made at Turkey Creek between the United States and the bands of the Wabash Indians",
            "",
        ] {
            assert!(of_text(title, "").is_none(), "{title}");
        }
    }
}
