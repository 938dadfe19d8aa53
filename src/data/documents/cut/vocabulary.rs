//! The words that begin articles, parts, annexes and closing formulas, in the languages of many treaties.

use crate::text::fold::{fold, fold_into, is_unspaced};
use foldhash::fast::RandomState;
use std::collections::HashSet;
use std::sync::OnceLock;

/// Words for an article with its number behind them.
const BEFORE: &str = "article articles articel artículo artículos articulu artigo articolo articolul articol artikel artikolo \
    artikull artikulli artikkel artykuł artikulo artikola artikulua artykul artyku artikuł artikl artical artikal \
    articulo articole articul arteeykl atikèl atik atiku artikolu articolu articuel artìculu àrtícul àrticle arte \
    art arts erthygl airteagal alkan mellad mellembezh pennad grein gr czl čl článok článek članak člen clen član člana чл \
    статья статьи стаття ст член члан артыкул статия \
    madde mad maddə madda modda модда моддаи маддә маддэ мадда мәде \
    μέρος άρθρο ἄρθρον αρθρον მუხლი հոդված հօդված \
    المادة مادة مادّة ماده مادهٔ مادە بەند الفقرة دفعہ دفعه شق ماددا \
    סעיף אַרטיקל अनुच्छेद धारा ধারা অনুচ্ছেদ ਧਾਰਾ અનુચ્છેદ ଅନୁଚ୍ଛେଦ உறுப்புரை நெறி ఆర్టికల్ ವಿಧಿ വകുപ്പ് වගන්තිය \
    มาตรา ข้อ ມາດຕາ អនុច្ឆេទ មាត្រា ប្រការ အပိုဒ် འདོན་ཚན དོན་ཚན \
    điều pasal bab perkara fasal artikulo seksyon kifungu ibara ingingo umutsi ingingo molao \
    temana andininy aya abala abara isigaba inkatha umthetho ndima chipangano mutemo \
    አንቀጽ ዓንቀጽ qodobka qodob keewwata kwata sashe nkeka paragraph par paragraaf paragraf § §§ зүйл бап бабы";

/// Words for an article with its number before them.
const BEHIND: &str = "cikk cikkely cikkelye artikla artiklan artikkel straipsnis pants modda модда мадда статья статьясы \
    статьяһы берене матдә маддә бап зүйл madde maddə artikulua artikel artikal artykuł гл հոդված § čl článek член \
    article articolo mukhli мухи юкъаб паӏрг ыстатьиа статйа";

/// Words for a part, a chapter, a section with its number behind them.
const DIVISIONS: &str = "part chapter title section subsection partie chapitre titre parte capítulo título sección seção \
    teil kapitel abschnitt titel abteilung deel hoofdstuk afdeling afdeeling раздел глава часть розділ частина глава дял \
    bölüm kısım fəsil bölmə hissə bo'lim bob qism боб қисм бөлүм бөлім тарау capitolo titolo sezione capitolul titlul \
    rozdział część dział poglavlje glava dio deo del kapitola hlava část fejezet rész luku osa jagu \
    κεφάλαιο μέρος τμήμα الفصل الباب الجزء القسم فصل باب بخش chương phần mục bab bagian หมวด ส่วน जिल्द अध्याय भाग \
    פרק חלק თავი კარი գլուխ մաս бүлэг хэсэг";

/// Words for an annex; its number, if it has one, is behind them.
const ANNEXES: &str = "annex annexes annexe appendix appendice schedule attachment anexo apéndice allegato anlage anhang \
    bijlage aanhangsel приложение додаток дадатак ek əlavə ilova илова қосымша тиркеме załącznik příloha príloha prilog \
    mellékle melléklet liite bilaga vedlegg bilag lisa pielikums priedas anexa anexă παράρτημα الملحق ملحق المرفق مرفق \
    پیوست 附件 附录 附錄 附表 부속서 lampiran phụ";

/// How closing formulas begin. They are compared with the beginning of a line.
const CLOSINGS: &[&str] = &[
    "done at",
    "done in",
    "done on",
    "done this",
    "in witness whereof",
    "in witness thereof",
    "in testimony whereof",
    "in testimony of which",
    "in faith whereof",
    "in faith of which",
    "signed at",
    "signed on",
    "signed in",
    "fait à",
    "fait a",
    "fait en",
    "fait le",
    "en foi de quoi",
    "hecho en",
    "hecho y firmado",
    "hecho a los",
    "en fe de lo cual",
    "en fe de ello",
    "en testimonio de lo cual",
    "feito em",
    "em fé do que",
    "em testemunho",
    "fatto a",
    "in fede di",
    "gedaan te",
    "ten blijke waarvan",
    "ter oorkonde waarvan",
    "geschehen zu",
    "zu urkund dessen",
    "gegeben zu",
    "urkund dessen",
    "совершено в",
    "совершено",
    "учинено",
    "подписано в",
    "в удостоверение чего",
    "в удостоверение",
    "вчинено",
    "на посвідчення",
    "bunun təsdiqi olaraq",
    "yukarıdaki hususları",
    "tasdiken",
    "işbu anlaşmayı",
    "sporządzono w",
    "sačinjeno u",
    "sastavljeno u",
    "în credința",
    "utfärdat i",
    "udfærdiget",
    "tehty",
    "حرر في",
    "حررت في",
    "حرر ب",
    "وإثباتا لذلك",
    "وإثباتا لما تقدم",
    "إثباتا لذلك",
    "以资证明",
    "以昭信守",
    "本协定于",
    "为此",
    "下列代表",
    "以上の証拠として",
    "以上の証拠",
];

/// Words after the number of an article that make it a reference to one.
const REFERENCES: &str = "of to in and or shall should above below hereof thereof is are may has have which where paragraph \
    paragraphs para as under by does applies also du de des ci-dessus sont est et ou ne peut del la las los y o dei \
    della delle der und oder ist sind des van en of het настоящего настоящей настоящему и или выше конвенции соглашения \
    договора устава uyarınca no'lu nolu inci ncı nci bendi hükmü hükümleri ve veya ile gereğince من في و أو أعلاه إلى على \
    的 所 第 和 及 至 或 规定 規定 款 項 项 の に は を から 및 에 의 tərəfindən uyğun və";

/// A set of words, folded.
fn folded(list: &str) -> HashSet<String, RandomState> {
    list.split_whitespace().map(|word| fold(word).text().to_owned()).collect()
}

macro_rules! sets {
    ($($(#[$doc:meta])* $name:ident = $list:ident;)*) => {
        $($(#[$doc])*
        pub(super) fn $name(folded_word: &str) -> bool {
            static SET: OnceLock<HashSet<String, RandomState>> = OnceLock::new();
            SET.get_or_init(|| folded($list)).contains(folded_word)
        })*
    };
}

sets! {
    /// Whether a word comes before the number of an article.
    is_before = BEFORE;
    /// Whether a word comes after the number of an article.
    is_behind = BEHIND;
    /// Whether a word names a part, a chapter or a section.
    is_division = DIVISIONS;
    /// Whether a word names an annex.
    is_annex = ANNEXES;
    /// Whether a word after the number of an article makes it a reference.
    is_reference = REFERENCES;
}

/// The longest word that is looked up, in bytes: none of the lists has a longer one.
const LONGEST: usize = 60;

/// A word as the lists have it, folded; empty if it is longer than any of them.
pub(super) fn key(word: &str) -> String {
    let mut key = String::new();
    if word.len() <= LONGEST {
        fold_into(word, &mut key);
    }
    key
}

/// The words of articles that scans spell wrongly, folded.
pub(super) const OFTEN_SPOILT: [&str; 9] =
    ["article", "artikel", "articulo", "artigo", "madde", "clanak", "statya", "статья", "articolo"];

/// Whether a line that begins with this folded word may begin a closing formula; where words have no blanks between them,
/// its first letter says so.
pub(super) fn may_be_closing(first: &str) -> bool {
    static SET: OnceLock<HashSet<String, RandomState>> = OnceLock::new();
    let key = |word: &str| match word.chars().next().filter(|c| is_unspaced(*c)) {
        Some(letter) => letter.to_string(),
        None => word.to_owned(),
    };
    let first_word = |words: &&str| words.split([' ', '\'']).next().map(|word| key(fold(word).text()));
    let all = SET.get_or_init(|| CLOSINGS.iter().filter_map(first_word).collect());
    match first.chars().next().filter(|c| is_unspaced(*c)) {
        Some(letter) => all.contains(&*letter.encode_utf8(&mut [0; 4])),
        None => all.contains(first),
    }
}

/// Whether a line begins a closing formula.
pub(super) fn is_closing(folded_line: &str) -> bool {
    static SET: OnceLock<Vec<String>> = OnceLock::new();
    let all = SET.get_or_init(|| CLOSINGS.iter().map(|words| fold(words).text().to_owned()).collect());
    let ends = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_alphanumeric());
    all.iter().any(|words| folded_line.strip_prefix(words.as_str()).is_some_and(ends))
}
