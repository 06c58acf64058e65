/** Adjectives and nouns of nations as they stand in English, folded. */
const ENGLISH =
  'afghan albanian algerian american angolan argentine argentinian armenian australian austrian azerbaijani bangladeshi belarusian belgian beninese bolivian bosnian brazilian british briton bulgarian burkinabe burundian cambodian cameroonian canadian chadian chilean chinese colombian congolese croatian cuban cypriot czech dane danish dutch ecuadorian egyptian english eritrean estonian ethiopian filipina filipino finn finnish french gabonese gambian georgian german ghanaian greek guinean haitian honduran hungarian icelandic indian indonesian iranian iraqi irish israeli italian ivorian jamaican japanese jordanian kazakh kenyan korean kosovar kurdish kuwaiti latvian lebanese liberian libyan lithuanian luxembourgish macedonian malagasy malaysian malian maltese mauritanian mauritian mexican moldovan mongolian moroccan mozambican namibian nepalese nepali nicaraguan nigerian norwegian pakistani palestinian peruvian pole polish portuguese romanian russian rwandan salvadoran saudi scottish senegalese serbian singaporean slovak slovenian somali spaniard spanish sudanese swede swedish swiss syrian taiwanese tanzanian thai togolese tunisian turkish ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean';

/** The same in Swedish: adjectives in the form for persons (`svensk`), which is that of no language, and nouns. */
const SWEDISH =
  'afghan afghansk alban albansk algerier algerisk amerikan amerikansk argentinare argentinsk armenier armenisk australier australisk bangladeshier bangladeshisk belgare belgisk bosnier bosnisk brasilianare brasiliansk britt brittisk bulgar bulgarisk chilenare chilensk colombian colombiansk dansk egyptier egyptisk engelsk engelsman eritrean eritreansk est estlandsk estnisk etiopier etiopisk filippinare filippinsk finlandare finlandsk finlandssvensk finsk fransk fransman gambier gambisk georgier georgisk ghanan ghanansk grek grekisk hollandare hollandsk indier indisk indones indonesisk irakier irakisk iranier iransk irlandare irlandsk islandsk islanning israel israelisk italienare italiensk ivoriansk japansk jemenitisk jordanier jordansk kamerunsk kanadensare kanadensisk kenyan kenyansk kines kinesisk kongoles kongolesisk korean koreansk kosovoalban kroat kroatisk kuban kubansk kurd kurdisk lett lettisk libanes libanesisk litauer litauisk malaysisk marockan marockansk mexikan mexikansk nederlandare nederlandsk nepales nepalesisk nigerian nigeriansk norrman norsk osterrikare osterrikisk pakistanier pakistansk palestinier palestinsk peruan peruansk polack polsk portugis portugisisk ruman rumansk rwandier rwandisk rysk ryss schweizare schweizisk senegales senegalesisk serb serbisk skotsk slovak slovakisk somalier somalisk spanjor spansk sudanes sudanesisk svensk sydafrikan sydafrikansk syrier syrisk tanzanier thailandare thailandsk tjeck tjeckisk tunisier tunisisk turk turkisk tysk ugandier ugandisk ukrainare ukrainsk ungersk ungrare vietnames vietnamesisk vitrysk';

/** In French: the masculine singular. */
const FRENCH =
  'afghan albanais algerien allemand americain anglais angolais argentin armenien australien autrichien bangladais belge beninois bielorusse bolivien bosnien bresilien britannique bulgare burkinabe burundais cambodgien camerounais canadien centrafricain chilien chinois colombien congolais coreen croate cubain danois egyptien equatorien erythreen espagnol estonien ethiopien finlandais francais gabonais gambien georgien ghaneen grec guineen haitien hongrois indien indonesien irakien iranien irlandais islandais israelien italien ivoirien japonais jordanien kazakh kenyan kosovar kurde laotien letton libanais libyen lituanien luxembourgeois macedonien malgache malien maltais marocain mauricien mauritanien mexicain moldave mongol mozambicain neerlandais nepalais nigerian nigerien norvegien pakistanais palestinien peruvien philippin polonais portugais roumain russe rwandais salvadorien senegalais serbe singapourien slovaque slovene somalien soudanais sud-africain suedois suisse syrien taiwanais tanzanien tchadien tcheque thailandais togolais tunisien turc ukrainien uruguayen venezuelien vietnamien yemenite zambien zimbabween';

/** Those of the masculine forms that name a language as well: `français`, `suédois`. */
const FRENCH_LANGUAGES = new Set(
  'albanais allemand anglais bulgare chinois coreen croate danois espagnol estonien finlandais francais grec hongrois indonesien irlandais islandais italien japonais kurde letton lituanien malgache maltais mongol neerlandais norvegien polonais portugais roumain russe serbe slovaque slovene suedois tcheque turc ukrainien vietnamien armenien georgien bosnien macedonien kazakh'.split(
    ' ',
  ),
);

/** Masculine and feminine, singular and plural, of a French adjective of a nation, given in the masculine. */
function frenchForms(masculine: string): string[] {
  const feminine = feminineOf(masculine);
  return [masculine, feminine, `${feminine}s`, masculine.endsWith('s') ? masculine : `${masculine}s`];
}

function feminineOf(masculine: string): string {
  if (masculine.endsWith('e')) return masculine;
  if (masculine.endsWith('ien')) return `${masculine}ne`;
  if (masculine === 'turc') return 'turque';
  return masculine === 'grec' ? 'grecque' : `${masculine}e`;
}

const english = ENGLISH.split(' ');
const swedish = SWEDISH.split(' ');
const french = FRENCH.split(' ').flatMap(frenchForms);

/** Every word that names a nation, whether it names a language too or not. */
export const NATIONS: ReadonlySet<string> = new Set([...english, ...swedish, ...french]);

/** Words that name a nation and no language: whoever is called so is meant. */
export const NATIONALITIES: ReadonlySet<string> = new Set([
  ...swedish,
  ...french.filter((word) => !FRENCH_LANGUAGES.has(word)),
]);

export const ENGLISH_NATIONS: ReadonlySet<string> = new Set(english);

/** Those that name a language in English or French. */
export const LANGUAGE_NATIONS: ReadonlySet<string> = new Set([
  ...'albanian armenian azerbaijani bosnian bulgarian chinese croatian czech danish dutch english estonian finnish french georgian german greek hungarian icelandic indonesian irish italian japanese kazakh korean kurdish latvian lithuanian macedonian malagasy maltese mongolian nepali norwegian polish portuguese romanian russian serbian slovak slovenian somali spanish swedish thai turkish ukrainian uzbek vietnamese welsh'.split(
    ' ',
  ),
  ...FRENCH_LANGUAGES,
]);

/** Those that are something else with a capital: countries, a quarter of the sky, a name. */
export const ALSO_COUNTRIES: ReadonlySet<string> = new Set('suisse israel est pole britt'.split(' '));
