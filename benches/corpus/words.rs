//! The words the generated treaties are made of.

/// The most frequent words.
pub const FUNCTION: &str = "the of and to in or shall any for by with that be is as this on not its from such other each may \
    which under are all their between at have an it a if has no than into upon within";

/// Words of treaties, by frequency.
pub const TREATY: &str = "party parties agreement article paragraph state states member members treaty convention protocol \
    annex measures measure goods services trade customs duties tariff territory provisions provision \
    obligations rights government authorities authority committee council secretariat national \
    international domestic foreign investment investor investors energy renewable electricity petroleum \
    gas nuclear environment environmental protection conservation climate emissions carbon sustainable \
    development biodiversity forest forests fisheries fish subsidies vessels maritime sea coastal \
    continental shelf zone exclusive economic sovereignty sovereign independence jurisdiction dispute \
    disputes settlement arbitration arbitral tribunal panel award consultations mediation conciliation \
    procedure procedures request requesting requested notification notify written consent ratification \
    acceptance accession approval entry force signature signatory depositary amendment amendments \
    termination withdrawal denunciation duration renewal interim provisional application interpretation \
    implementation compliance enforcement sanctions penalties remedy remedies compensation damages \
    liability responsibility cooperation assistance technical financial capacity training research \
    exchange information confidential transparency publication records data privacy electronic commerce \
    digital telecommunications intellectual property copyright patent patents trademark geographical \
    indications procurement tender suppliers competition monopolies enterprises state-owned labour \
    workers employment wages health safety sanitary phytosanitary standards conformity assessment \
    certification inspection testing laboratory quarantine animals plants pests diseases food \
    agriculture agricultural products quotas quota safeguard safeguards antidumping countervailing \
    origin originating materials value content cumulation certificate exporter importer export import \
    transit transport aviation aircraft airlines air road rail railway port ports navigation river water \
    waters boundary border frontier demarcation delimitation neutrality armed forces military weapons \
    disarmament peace security defence mutual aggression attack alliance ceasefire armistice prisoners \
    refugees asylum migration migrants visa nationals citizens citizenship extradition criminal offence \
    offences crime evidence judicial legal court courts law laws regulation regulations administrative \
    taxation tax taxes income double avoidance evasion residence resident permanent establishment \
    dividends interest royalties payments transfer transfers capital currency monetary bank banking loan \
    loans credit debt culture cultural heritage education science scientific technology space outer \
    satellite human dignity equality discrimination non-discrimination treatment favoured nation \
    favourable equivalent reasonable necessary appropriate effective adequate prompt immediately \
    thereafter herein thereof hereto pursuant accordance respect relation regard subject except unless \
    provided notwithstanding without prejudice including limited relevant applicable competent \
    contracting undersigned plenipotentiaries duly authorised whereof done duplicate authentic texts \
    language languages english french spanish arabic chinese russian month months year years days date";

/// Fixed phrases, separated by `|`.
pub const PHRASES: &str = "renewable energy|dispute settlement|most favoured nation|exclusive economic zone|intellectual \
    property|government procurement|technical barriers to trade|in accordance with|without prejudice \
    to|the parties shall|each party shall|entry into force|fisheries subsidies|carbon border \
    adjustment|rules of origin|territorial waters|mutual legal assistance|sustainable \
    development|greenhouse gas emissions|foreign direct investment|state of the importing party|sanitary \
    and phytosanitary measures|geographical indications|electronic commerce|cross-border data \
    flows|double taxation|permanent establishment|arbitral tribunal|right of withdrawal|good faith|force \
    majeure|territorial integrity|political independence|sovereignty over natural resources|permanent \
    sovereignty|national treatment|fair and equitable treatment|continental shelf|safety of \
    navigation|joint committee|contracting parties|competent authorities|as soon as possible|written \
    notice|reduction of customs duties|countervailing measures|non-discriminatory manner|human \
    rights|labour standards|child labour|climate change|energy efficiency|wind power|solar \
    energy|nuclear non-proliferation|peaceful settlement of disputes|coöperation among the \
    parties|public health emergency|access to medicines|traditional knowledge|genetic resources|water \
    quality|transboundary rivers|hot pursuit|armed attack|exchange of prisoners|freedom of \
    transit|temporary admission|capacity building|early warning|outer space|mutual recognition|digital \
    signatures|source code|state-owned enterprises|anti-corruption";

/// Names and words with diacritics and other letters, separated by `|`.
pub const ACCENTED: &str = "Côte d'Ivoire|São Tomé and \
    Príncipe|Türkiye|Curaçao|Réunion|Åland|Moçambique|Perú|México|España|België|Österreich|Québec|Bogotá|Asunción|Málaga|Genève|Zürich|Łódź|Kraków|Timişoara|Reykjavík|Tórshavn|Nuuk|Malmö|Ñuñoa|coöperation|naïve|façade|rôle|régime|communiqué|chargé \
    d'affaires|attaché|résumé|aide-mémoire|procès-verbal|dépôt|entrepôt|cliché|première|protégé|émigré|détente|démarche|vis-à-vis|habeas|précis|Schröder|Núñez|Brünn";

/// Beginnings of clauses, separated by `|`; also their headings.
pub const OPENINGS: &str = "Each Party shall|The Parties shall|The Contracting Parties agree that|Nothing in this Agreement \
    shall|Where a Party considers that|For the purposes of this Chapter,|Subject to paragraph 2,|No \
    Party may|The Joint Committee may|At the request of a Party,|Notwithstanding Article 4,|The \
    competent authorities of|In the event of|Unless otherwise agreed,|The High Contracting Parties|A \
    Party may, by written notice,";
