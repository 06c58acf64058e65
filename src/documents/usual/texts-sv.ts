import type { UsualText } from './usual-text.ts';

export const SWEDISH: readonly UsualText[] = [
  {
    title: 'Lärare i lågstadiet',
    mustHave: ['lärarlegitimation', 'läsinlärning', 'klassrumsledning'],
    description: `Backens skola har tvåhundra elever och en egen trädgård.

Arbetsuppgifter
Du undervisar en klass med tjugofyra elever i åldern sju till nio, planerar lektioner med en kollega, följer upp varje barns läsning och träffar föräldrar två gånger per termin.

Krav
Du har lärarexamen för de tidigare årskurserna och några års vana i klassrummet. Erfarenhet av elever som lär sig på sitt andraspråk är meriterande.`,
    cv: `Profil
Lärare för de första årskurserna med åtta år på två skolor i stan. Jag börjar gärna dagen med högläsning.

Erfarenhet
2019 till i dag: klasslärare, Bäckaskolan. Läsgrupper, matematik med konkret material, föräldramöten, mentor för två nya kollegor.
2015 till 2019: lärare, Kvarnskolan.

Utbildning
Lärarexamen, 2015.

Språk
Svenska, modersmål; spanska, god.`,
  },
  {
    title: 'Lastbilschaufför, distribution',
    mustHave: ['C-körkort', 'digital färdskrivare', 'truck'],
    description: `Vi levererar byggmaterial till butiker och byggen inom en dags körning.

Jobbet
Du lastar på morgonen med truck, kör en treaxlad lastbil med kran, lossar hos kunden, kontrollerar papperen och håller ordning på fordonet.

Du behöver
körkort för tung lastbil, giltigt förarkort, lugn i trafiken och ork att lyfta. Arbetet börjar klockan sex.`,
    cv: `Förare med tolv år bakom ratten, utan olyckor.

Arbete
Sedan 2017 distribution av livsmedel med kylbil, tjugo stopp om dagen, kontanter och returer. Dessförinnan timmertransporter med släp, och tre år som bud i stan med skåpbil.

Behörigheter
B, C och CE, förarkort, kranbevis, farligt gods.

Övrigt
Jag talar svenska och lite tyska. Jag kan arbeta nätter och helger.`,
  },
  {
    title: 'Redovisningsekonom',
    mustHave: ['bokföring', 'årsbokslut', 'moms'],
    description: `Siffran och Kompani sköter böckerna åt nittio små företag.

Ansvarsområden
Du har hand om den löpande redovisningen för ett tjugotal kunder, stämmer av konton, lämnar deklarationer, gör månadsrapporter och årsbokslut och svarar på kundernas frågor i telefon.

Din profil
Ekonomexamen eller utbildning till redovisningsekonom, tre år på byrå och goda kunskaper i kalkylprogram. Vana vid löner är ett plus.`,
    cv: `Sammanfattning
Ekonom som är van att stänga månaden på tre arbetsdagar.

Anställningar
Ekonomiassistent, möbelgrossist, 2020 till 2026: leverantörsfakturor, betalningar, avstämning, lagervärdering, hjälp till revisorerna.
Redovisningsassistent, revisionsbyrå, 2016 till 2020: bokföring åt restauranger och hantverkare, deklarationer, årsredovisningar.

Utbildning
Företagsekonomi, tre år.

Verktyg
Kalkylprogram, två ekonomisystem, elektroniska fakturor.`,
  },
  {
    title: 'Snickare',
    mustHave: ['trästomme', 'ritningsläsning', 'finsnickeri'],
    description: `Vi renoverar gamla hus och bygger till, i lag om tre.

Det här gör du
Reser stommar, lägger golv, sätter fönster, dörrar och kök, bygger trappor och ställningar, mäter och beställer virke och förklarar för ägarna vad som händer härnäst.

Vem du är
Utbildad snickare med minst fyra år på byggen. Du arbetar noggrant, läser ritningar och har körkort.`,
    cv: `Utbildad snickare, fjorton år på byggen och i verkstad.

Erfarenhet
Egen firma sedan 2021: kök, trappor, altaner, lagning av fönster i kulturhus.
Snickare hos ett företag som bygger radhus, 2012 till 2021: stommar, tak, gips, lagbas för fem man de sista tre åren.

Kurser
Ställningsbyggnad, heta arbeten, första hjälpen, arbete på höjd.

Fritid: segling, svarvning i trä.`,
  },
  {
    title: 'Butikssäljare, friluftskläder',
    mustHave: ['kundservice', 'kassa', 'försäljning'],
    description: `Vår butik i gamla stan säljer kläder och skor för regn och fjäll.

Arbetsuppgifter
Du ger kunder råd, håller ordning på hyllorna, packar upp leveranser, sitter i kassan, tar hand om returer och hjälper till med skyltfönstret.

Kvalifikationer
Du tycker om att sälja och har arbetat i butik eller restaurang. Du kan arbeta två kvällar i veckan och varannan lördag. Kunskap om friluftsliv är välkommen.`,
    cv: `Om mig
Vänlig och snabb säljare som känner igen sina stamkunder.

Erfarenhet
Säljare i skobutik, fem år: rådgivning, kassa, inventering, reklamationer, upplärning av sommarpersonal.
Servitris på kafé, två somrar.

Utbildning
Gymnasiet, handelsprogrammet.

Språk: svenska och polska.
Intressen: vandring, foto, ideellt arbete i en second hand-butik.`,
  },
  {
    title: 'Apotekare',
    mustHave: ['legitimerad apotekare', 'expediering', 'läkemedelsrådgivning'],
    description: `Apoteket vid stationen har öppet alla dagar och betjänar många resande.

Ditt arbete
Du kontrollerar recept, lämnar ut läkemedel, ger råd om användning och biverkningar, beställer varor, svarar för förvaringen av narkotika och handleder två tekniker.

Du har
apotekarexamen, legitimation eller en ansökan om den, och de språkkunskaper som säker rådgivning kräver.`,
    cv: `Apotekare med examen från 2014 och tio års praktik.

Tjänster
Sjukhusapotek, 2018 till i dag: beredning av sterila lösningar, läkemedelsgenomgångar på två avdelningar, försörjning av mottagningar, ersättare för avdelningschefen.
Öppenvårdsapotek, 2014 till 2018: recept, rådgivning, vaccination, nattjour.

Vidareutbildning
Klinisk farmaci, kvalitetsledning.

Svenska flytande, arabiska modersmål.`,
  },
  {
    title: 'Programutvecklare',
    mustHave: ['programmering', 'databaser', 'automatiska tester'],
    description: `Vi gör ett bokningssystem som fyra tusen frisörer använder.

I rollen
utvecklar du funktioner tillsammans med en designer, rättar fel, skriver tester, granskar andras kod och deltar i planeringen. Vi släpper nytt varje dag.

Vi söker
någon med tre års yrkeserfarenhet av programmering, intresse för enkla lösningar och vana vid webbapplikationer och relationsdatabaser. Mobilutveckling är en fördel.`,
    cv: `Utvecklare som föredrar små steg och läsbar kod.

Arbetslivserfarenhet
2021 till 2026, programutvecklare, försäkringsbolag: webbtjänster, datamodell för skador, flytt från ett gammalt system, jour en vecka av sex.
2018 till 2021, programmerare, byrå: webbutiker, kopplingar till betaltjänster.

Examen
Kandidat i datavetenskap.

Färdigheter
Objektorienterade och funktionella språk, SQL, containrar, versionshantering.`,
  },
  {
    title: 'Elektriker',
    mustHave: ['elinstallation', 'felsökning', 'auktorisation'],
    description: `Vi installerar el, belysning och laddplatser i hem och mindre industrier.

Dina arbetsuppgifter
Du drar kabel, kopplar centraler, provar anläggningar, söker fel och dokumenterar vad du har gjort. Varje elektriker har egen bil.

Kvalifikationer
Färdig utbildning till elektriker, två års praktik därefter och körkort. Erfarenhet av larm är önskvärd.`,
    cv: `Elektriker, auktoriserad sedan 2013.

Anställningar
2016 till i dag: serviceelektriker, bostadsbolag. Felsökning, byte av centraler, nödbelysning, hissar tillsammans med leverantören, beredskap.
2013 till 2016: montör, nya kontor och ett köpcentrum. Kabelstegar, belysning, datanät.

Utbildning
Fyra års yrkesutbildning med lärlingstid. Säkerhetskurser giltiga till 2028.

Språk: svenska, litauiska.`,
  },
  {
    title: 'Kock till skolkök',
    mustHave: ['matlagning', 'livsmedelshygien', 'specialkost'],
    description: `Vårt kök lagar niohundra luncher om dagen, det mesta från grunden.

Vardagen
Du lagar varmrätter och bakar bröd, gör specialkost, beställer varor, följer hygienplanen och håller köket rent tillsammans med fem kollegor.

Vi önskar
utbildning till kock eller lång erfarenhet av storkök. Du planerar väl och är vänlig också när trehundra barn står i kö.`,
    cv: `Kock med erfarenhet av restaurang, sjukhuskök och catering.

Arbetslivserfarenhet
Sjukhuskök, 2019 till 2025: dieter, matsedlar för åtta veckor, inköp av grönsaker, egenkontroll.
Restaurang vid hamnen, 2014 till 2019: fisk, såser, kallkök, lunch för etthundratjugo.

Utbildning
Hotell- och restaurangskola.

Jag är van vid tidiga morgnar och har intyg i livsmedelshygien.`,
  },
  {
    title: 'Trädgårdsmästare',
    mustHave: ['växtkännedom', 'beskärning', 'maskinskötsel'],
    description: `Parkförvaltningen sköter fyrtio parker, två kyrkogårdar och alla gatuträd.

Arbetet
Plantering, vattning, beskärning av träd och buskar, gräsklippning, snöröjning på vintern, mindre lagningar av gångar och murar samt råd till de boende.

Din bakgrund
Utbildning i trädgård eller flera säsonger i park eller plantskola, kunskap om växter och behörighet för små traktorer.`,
    cv: `Trädgårdsmästare som tycker om perenner och gamla fruktträd.

Arbeten
Plantskola, säsongsarbete 2018 till 2021: förökning, omkrukning, försäljning, bevattning.
Slottspark, 2021 till 2026: rabatter, häckar, beskärning av fyrahundra äppelträd, ledning av frivilliga, skötsel av maskiner.

Studier
Trädgårdsutbildning, två år, med examensarbete om ängar.

B-körkort, motorsågskort, sprutcertifikat.`,
  },
  {
    title: 'Maskiningenjör, produktutveckling',
    mustHave: ['maskinkonstruktion', 'CAD', 'hållfasthetsberäkning'],
    description: `Vi utvecklar pumpar och omrörare för livsmedels- och pappersindustrin.

Ditt ansvar
Du konstruerar detaljer och sammanställningar, beräknar hållfasthet och livslängd, väljer material, följer prototyper i verkstaden, skriver specifikationer och stöder kunder vid start.

Profil
Civilingenjörsexamen i maskinteknik, fem års konstruktionsarbete och god skriftlig svenska. Erfarenhet av strömningslära är en merit.`,
    cv: `Konstruktör, civilingenjör i maskinteknik.

Yrkeserfarenhet
2017 till 2026: tillverkare av förpackningsmaskiner. Ansvarig för inmatningen, från skiss via beräkning och ritningar till provkörning hos kunder i elva länder.
2014 till 2017: konsult. Fixturer, svetsade stativ, underlag för CE-märkning.

Metoder
CAD, finita element, toleransanalys, felanalys.

Språk
Svenska C1, italienska modersmål, franska A2.`,
  },
  {
    title: 'Socialsekreterare, familj',
    mustHave: ['socionomexamen', 'utredningar', 'samtal med familjer'],
    description: `Kommunens familjeenhet har elva socialsekreterare och en psykolog.

Om rollen
Du utreder barns behov, träffar familjer hemma och på kontoret, planerar stöd tillsammans med skola och vård och skriver beslut som går att förstå.

Vi söker dig som
är socionom med erfarenhet av barnärenden, som kan lyssna, besluta och arbeta under press. Körkort krävs.`,
    cv: `Socionom, nio år i kommun och ideella organisationer.

Erfarenhet
Handläggare, barn och unga, 2020 till i dag: utredningar, hembesök, yttranden till domstol, samverkan med polis och skola.
Kurator på kvinnojour, 2017 till 2020: krissamtal, skyddsplanering, kvällsgrupper.

Utbildning
Socionomexamen; kurser i motiverande samtal och traumavård.

Talar svenska, persiska och turkiska.`,
  },
];
