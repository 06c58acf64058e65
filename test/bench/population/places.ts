import type { TextLanguage } from '../../../src/kernel/index.ts';
import { listed } from './occupation.ts';

/** Where people come from: towns with their ISO 3166-2 regions, and names usual there. */
export interface Homeland {
  country: string;
  /** How many of a hundred or so come from here. */
  weight: number;
  /** Language grown up with, ISO 639-1. */
  native: string;
  /** In which languages CVs are written, and how often. */
  cv: readonly (readonly [TextLanguage, number])[];
  towns: readonly (readonly [town: string, region: string])[];
  givenNames: readonly string[];
  familyNames: readonly string[];
}

/** `SE-AC Umeå; …` */
const towns = (text: string) =>
  listed(text).map((entry) => {
    const [region, ...name] = entry.split(' ');
    return [name.join(' '), region!] as const;
  });

const homeland = (
  country: string,
  weight: number,
  native: string,
  cv: Homeland['cv'],
  places: string,
  given: string,
  family: string,
): Homeland => ({
  country,
  weight,
  native,
  cv,
  towns: towns(places),
  givenNames: listed(given),
  familyNames: listed(family),
});

const EN: Homeland['cv'] = [['en', 1]];
const FR: Homeland['cv'] = [
  ['fr', 85],
  ['en', 15],
];
const SV: Homeland['cv'] = [
  ['sv', 80],
  ['en', 20],
];

// prettier-ignore
export const HOMELANDS: readonly Homeland[] = [
  homeland('SE', 16, 'sv', SV, 'SE-AC Umeå; SE-BD Luleå; SE-O Borås; SE-M Lund; SE-E Norrköping; SE-W Falun; SE-Z Östersund; SE-AB Solna', 'Anna; Erik; Maja; Oskar; Ingrid; Lars; Elin; Gustav; Karin; Nils; Sofia; Axel', 'Ekdahl; Lindh; Sjögren; Norberg; Hallberg; Wallin; Dahlgren; Åström; Bäckman; Rosén; Falk; Öberg'),
  homeland('FI', 4, 'fi', [['sv', 45], ['en', 55]], 'FI-12 Vasa; FI-18 Borgå; FI-14 Oulu', 'Aino; Juhani; Helmi; Mikko; Saga; Ville', 'Korhonen; Nyholm; Mäkinen; Laine; Backlund; Heikkilä'),
  homeland('NO', 2, 'nb', [['en', 60], ['sv', 40]], 'NO-50 Trondheim; NO-46 Bergen; NO-18 Bodø', 'Ingeborg; Sondre; Live; Magnus; Tuva; Eirik', 'Haugen; Solberg; Bakke; Moen; Lien; Strand'),
  homeland('DK', 2, 'da', [['en', 70], ['sv', 30]], 'DK-82 Aarhus; DK-84 København; DK-81 Aalborg', 'Freja; Mads; Astrid; Rasmus; Clara; Emil', 'Kjær; Bruun; Møller; Lund; Skov; Holm'),
  homeland('FR', 13, 'fr', FR, 'FR-ARA Grenoble; FR-BRE Brest; FR-OCC Toulouse; FR-HDF Lille; FR-NAQ Pau; FR-GES Nancy; FR-PDL Nantes', 'Camille; Julien; Manon; Antoine; Chloé; Romain; Léa; Mathieu; Inès; Baptiste', 'Garnier; Lefort; Moreau; Perrot; Chevalier; Renaud; Bonnet; Marchal; Gautier; Brun'),
  homeland('BE', 3, 'fr', FR, 'BE-WLG Liège; BE-WHT Mons; BE-WNA Namur', 'Élise; Thibault; Louise; Quentin; Margaux; Simon', 'Lambert; Dumont; Claes; Servais; Collard; Delvaux'),
  homeland('CH', 1, 'fr', FR, 'CH-VD Lausanne; CH-NE Neuchâtel', 'Noémie; Loïc; Coralie; Yann', 'Rochat; Favre; Jaquet; Monnier'),
  homeland('CA', 3, 'fr', FR, 'CA-QC Gatineau; CA-QC Rimouski; CA-ON Sudbury', 'Audrey; Félix; Maude; Olivier; Gabrielle; Samuel', 'Tremblay; Gagnon; Bouchard; Côté; Lavoie; Pelletier'),
  homeland('MA', 5, 'ar', FR, 'MA-06 Casablanca; MA-04 Rabat; MA-03 Fès', 'Salma; Youssef; Hajar; Anas; Imane; Reda', 'Bennani; El Fassi; Tazi; Amrani; Chraibi; Berrada'),
  homeland('TN', 4, 'ar', FR, 'TN-61 Sfax; TN-11 Tunis; TN-51 Sousse', 'Rim; Walid; Amel; Nizar; Olfa; Sami', 'Ben Salah; Trabelsi; Gharbi; Mejri; Jebali; Ayari'),
  homeland('DZ', 4, 'ar', FR, 'DZ-16 Alger; DZ-31 Oran; DZ-25 Constantine', 'Nour; Karim; Lamia; Sofiane; Wafa; Farid', 'Benali; Haddad; Mansouri; Boudiaf; Kaci; Meziane'),
  homeland('SN', 2, 'wo', FR, 'SN-DK Dakar; SN-TH Thiès', 'Aïssatou; Mamadou; Ndeye; Ibrahima', 'Diop; Ndiaye; Fall; Sarr'),
  homeland('CI', 2, 'fr', FR, 'CI-AB Abidjan; CI-YM Yamoussoukro', 'Adjoua; Kouadio; Mariam; Serge', 'Kouassi; Koffi; Touré; Bamba'),
  homeland('CM', 3, 'fr', FR, 'CM-LT Douala; CM-CE Yaoundé', 'Solange; Patrice; Nadège; Hervé', 'Ngono; Tchoumi; Mbarga; Fotso'),
  homeland('IN', 8, 'hi', EN, 'IN-MH Pune; IN-KA Bengaluru; IN-TN Chennai; IN-KL Kochi', 'Ananya; Rohan; Meera; Vikram; Divya; Arjun; Kavya; Sanjay', 'Iyer; Kulkarni; Menon; Reddy; Sharma; Nair; Patil; Joshi'),
  homeland('PK', 2, 'ur', EN, 'PK-PB Lahore; PK-SD Karachi', 'Hira; Bilal; Sana; Usman', 'Malik; Qureshi; Siddiqui; Chaudhry'),
  homeland('PH', 4, 'tl', EN, 'PH-CEB Cebu; PH-ILI Iloilo; PH-00 Manila', 'Maricel; Jomar; Angelica; Rodel; Liza; Paolo', 'Santos; Villareal; Dizon; Bautista; Ocampo; Salonga'),
  homeland('IR', 2, 'fa', EN, 'IR-10 Isfahan; IR-23 Tehran', 'Shirin; Arash; Niloofar; Babak', 'Rahimi; Karimi; Hosseini; Moradi'),
  homeland('TR', 3, 'tr', EN, 'TR-35 Izmir; TR-16 Bursa; TR-06 Ankara', 'Elif; Emre; Zeynep; Burak', 'Yıldız; Demir; Aydın; Kaya'),
  homeland('UA', 3, 'uk', EN, 'UA-46 Lviv; UA-63 Kharkiv', 'Oksana; Taras; Iryna; Bohdan', 'Kovalenko; Shevchuk; Bondar; Melnyk'),
  homeland('PL', 4, 'pl', EN, 'PL-22 Gdańsk; PL-12 Kraków; PL-24 Katowice', 'Agnieszka; Tomasz; Ewa; Marcin', 'Nowak; Wójcik; Zielińska; Mazur'),
  homeland('LT', 2, 'lt', EN, 'LT-KU Kaunas; LT-KL Klaipėda', 'Rasa; Mantas; Eglė; Tadas', 'Kazlauskas; Petraitis; Urbonas; Žukas'),
  homeland('LV', 1, 'lv', EN, 'LV-RIX Rīga; LV-LPX Liepāja', 'Līga; Jānis; Anete; Mārtiņš', 'Bērziņš; Kalniņa; Ozols; Liepa'),
  homeland('DE', 5, 'de', EN, 'DE-SN Dresden; DE-NW Aachen; DE-BW Freiburg', 'Katharina; Jonas; Lea; Tobias', 'Brandt; Keller; Vogel; Schreiber'),
  homeland('NL', 2, 'nl', EN, 'NL-UT Utrecht; NL-NB Eindhoven', 'Sanne; Daan; Femke; Bram', 'de Wit; Visser; Dekker; Mulder'),
  homeland('ES', 3, 'es', EN, 'ES-SE Sevilla; ES-B Barcelona; ES-BI Bilbao', 'Lucía; Javier; Marta; Álvaro', 'Romero; Navarro; Ibáñez; Vidal'),
  homeland('PT', 3, 'pt', EN, 'PT-13 Porto; PT-06 Coimbra', 'Inês; Tiago; Catarina; Rui', 'Carvalho; Tavares; Nunes; Pinto'),
  homeland('IT', 3, 'it', EN, 'IT-TO Torino; IT-BO Bologna', 'Giulia; Matteo; Chiara; Davide', 'Ferri; Conti; Gallo; Moretti'),
  homeland('RO', 3, 'ro', EN, 'RO-CJ Cluj-Napoca; RO-IS Iași', 'Ioana; Andrei; Raluca; Mihai', 'Ionescu; Munteanu; Popa; Stan'),
  homeland('RS', 1, 'sr', EN, 'RS-00 Beograd; RS-20 Niš', 'Jelena; Nikola; Milica; Stefan', 'Jovanović; Ilić; Petrović; Savić'),
  homeland('GB', 2, 'en', EN, 'GB-LDS Leeds; GB-GLG Glasgow', 'Emily; Callum; Hannah; Rhys', 'Fraser; Whitfield; Hughes; Barker'),
  homeland('IE', 1, 'en', EN, 'IE-CO Cork; IE-G Galway', 'Niamh; Cian; Aoife; Declan', 'Byrne; Gallagher; Nolan; Kearney'),
  homeland('BR', 3, 'pt', EN, 'BR-MG Belo Horizonte; BR-SP Campinas', 'Juliana; Thiago; Larissa; Rafael', 'Moreira; Azevedo; Barros; Teixeira'),
  homeland('CO', 2, 'es', EN, 'CO-ANT Medellín; CO-VAC Cali', 'Valentina; Andrés; Paola; Wilson', 'Restrepo; Cárdenas; Ospina; Rojas'),
  homeland('MX', 2, 'es', EN, 'MX-JAL Guadalajara; MX-NLE Monterrey', 'Ximena; Diego; Fernanda; Héctor', 'Salinas; Treviño; Cervantes; Luna'),
  homeland('NG', 2, 'yo', EN, 'NG-LA Lagos; NG-OY Ibadan', 'Folake; Chinedu; Amaka; Tunde', 'Okafor; Adeyemi; Balogun; Eze'),
  homeland('KE', 2, 'sw', EN, 'KE-30 Nairobi; KE-28 Mombasa', 'Wanjiru; Brian; Achieng; Kevin', 'Mwangi; Otieno; Kamau; Njoroge'),
  homeland('VN', 2, 'vi', EN, 'VN-SG Ho Chi Minh City; VN-DN Da Nang', 'Linh; Minh; Thảo; Quang', 'Nguyễn; Trần; Phạm; Hoàng'),
];

/** Where roles are: Swedish regions and Québec. */
export const HOST_TOWNS = {
  SE: towns(
    'SE-AC Skellefteå; SE-BD Luleå; SE-BD Kiruna; SE-Y Härnösand; SE-Z Åre; SE-X Gävle; SE-W Borlänge; SE-T Karlskoga; SE-E Linköping; SE-F Gnosjö; SE-G Växjö; SE-K Karlskrona; SE-M Helsingborg; SE-O Trollhättan; SE-AB Kista; SE-D Eskilstuna; SE-H Oskarshamn; SE-S Arvika',
  ),
  CA: towns(
    'CA-QC Saguenay; CA-QC Lévis; CA-QC Québec; CA-QC Sherbrooke; CA-QC Trois-Rivières; CA-QC Rouyn-Noranda; CA-QC Sept-Îles; CA-QC Matane; CA-QC Victoriaville; CA-QC Bécancour',
  ),
} as const;
