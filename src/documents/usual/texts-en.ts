import type { UsualText } from './usual-text.ts';

export const ENGLISH: readonly UsualText[] = [
  {
    title: 'Primary school teacher',
    mustHave: ['teaching certificate', 'reading instruction', 'class management'],
    description: `Hillside School has two hundred pupils and a garden of its own.

Your tasks
You teach a class of twenty-four pupils aged seven to nine, plan lessons with a colleague, follow up each child's reading and meet parents twice a term.

Requirements
You have a teaching degree for the lower grades and some years in the classroom. Experience of pupils who learn in their second language is an advantage.`,
    cv: `Profile
Teacher for the early grades with eight years at two town schools. I like to begin the day with reading aloud.

Experience
2019 to now: class teacher, Brook Lane School. Reading groups, mathematics with concrete material, parents' evenings, mentor of two new colleagues.
2015 to 2019: teacher, Mill Road School.

Education
Bachelor of education, 2015.

Languages
English, mother tongue; Spanish, good.`,
  },
  {
    title: 'Lorry driver, distribution',
    mustHave: ['driving licence C', 'digital tachograph', 'forklift'],
    description: `We deliver building material to shops and sites within a day's drive.

The work
You load in the morning with a forklift, drive a three-axle lorry with crane, unload at the customer's, check the papers and keep the vehicle in order.

You need
a licence for heavy lorries, a valid driver card, a calm manner in traffic and the ability to lift. Work starts at six.`,
    cv: `Driver with twelve years behind the wheel, no accidents.

Work
Since 2017 distribution of groceries with a refrigerated lorry, twenty stops a day, cash and returns. Before that timber transport with trailer, and three years of city courier work by van.

Licences
B, C and CE, driver card, crane certificate, dangerous goods.

Other
I speak English and some German. I can work nights and weekends.`,
  },
  {
    title: 'Accountant',
    mustHave: ['bookkeeping', 'annual accounts', 'value added tax'],
    description: `Ledger and Partners keeps the books of ninety small firms.

Responsibilities
You handle the current accounts of about twenty clients, reconcile ledgers, file tax returns, prepare monthly reports and annual accounts, and answer clients' questions by telephone.

Your profile
A degree in economics or an accounting diploma, three years at a firm of accountants, and good command of spreadsheets. Payroll experience is a plus.`,
    cv: `Summary
Accountant, used to closing the month in three working days.

Employment
Financial assistant, furniture wholesaler, 2020 to 2026: supplier invoices, payments, reconciliation, stock valuation, support to the auditors.
Junior accountant, audit office, 2016 to 2020: bookkeeping for restaurants and craftsmen, tax returns, annual reports.

Education
Business administration, three years.

Tools
Spreadsheets, two accounting systems, electronic invoicing.`,
  },
  {
    title: 'Carpenter',
    mustHave: ['timber frame', 'reading drawings', 'finishing work'],
    description: `We renovate old houses and build additions, in teams of three.

What you will do
Put up frames, lay floors, fit windows, doors and kitchens, build stairs and scaffolds, measure and order timber, and explain to the owners what comes next.

Who you are
A trained carpenter with at least four years on building sites. You work carefully, read drawings and have a driving licence.`,
    cv: `Trained carpenter, fourteen years on sites and in the workshop.

Experience
Own business since 2021: kitchens, staircases, wooden terraces, repair of windows in listed houses.
Site carpenter at a builder of terraced houses, 2012 to 2021: frames, roofs, plasterboard, foreman for a team of five during the last three years.

Courses
Scaffolding, hot work, first aid, work at height.

Hobbies: sailing, woodturning.`,
  },
  {
    title: 'Shop assistant, outdoor clothing',
    mustHave: ['customer service', 'cash register', 'sales'],
    description: `Our shop in the old town sells clothes and shoes for rain and mountains.

Tasks
You advise customers, keep the shelves tidy, unpack deliveries, operate the till, handle returns and help to arrange the window.

Requirements
You enjoy selling and have worked in a shop or a restaurant. You can work two evenings a week and every other Saturday. Knowledge of outdoor life is welcome.`,
    cv: `About me
Friendly and quick salesperson who remembers regular customers.

Experience
Sales assistant in a shoe shop, five years: advice, till, stock-taking, complaints, training of holiday staff.
Waitress in a café, two summers.

Education
Upper secondary school, business programme.

Languages: English and Polish.
Interests: hiking, photography, volunteering at a second-hand shop.`,
  },
  {
    title: 'Pharmacist',
    mustHave: ['registered pharmacist', 'dispensing', 'advice on medicines'],
    description: `The pharmacy at the station is open every day and serves many travellers.

Your work
You check prescriptions, dispense medicines, advise on use and side effects, order stock, answer for the storage of controlled drugs and guide two technicians.

You have
a degree in pharmacy, registration or an application for it, and the language skills that safe advice demands.`,
    cv: `Pharmacist with a master's degree from 2014 and ten years of practice.

Positions
Hospital pharmacy, 2018 to now: preparation of sterile solutions, medication reviews on two wards, supply of clinics, stand-in for the head of department.
Community pharmacy, 2014 to 2018: prescriptions, advice, vaccination, night duty.

Further training
Clinical pharmacy, quality management.

English fluent, Arabic mother tongue.`,
  },
  {
    title: 'Software developer',
    mustHave: ['programming', 'databases', 'automated tests'],
    description: `We make a booking system that four thousand hairdressers use.

In this role
you develop features together with a designer, fix defects, write tests, review the code of others and take part in planning. We release every day.

We look for
somebody with three years of professional programming, an interest in simple solutions and experience of web applications and relational databases. Mobile development is a bonus.`,
    cv: `Developer who prefers small steps and readable code.

Work history
2021 to 2026, software developer, insurance company: web services, data model for claims, migration from an old system, on-call duty one week in six.
2018 to 2021, junior programmer, agency: web shops, integrations with payment services.

Degree
Bachelor of computer science.

Skills
Object-oriented and functional languages, SQL, containers, version control.`,
  },
  {
    title: 'Electrician',
    mustHave: ['electrical installation', 'fault finding', 'authorisation'],
    description: `We install power, lighting and charging points in homes and small industries.

Duties
You pull cables, connect switchboards, test installations, look for faults and document what you did. Each electrician has a van of their own.

Qualifications
Completed training as an electrician, two years of practice after it and a driving licence. Experience of alarm systems is desirable.`,
    cv: `Electrician, authorised since 2013.

Employment
2016 to today: service electrician, housing company. Fault finding, exchange of switchboards, emergency lighting, lifts together with the supplier, stand-by duty.
2013 to 2016: installer, new offices and a shopping centre. Cable trays, lighting, data networks.

Training
Four years of vocational school with apprenticeship. Safety courses are valid until 2028.

Languages: English, Lithuanian.`,
  },
  {
    title: 'Cook, school canteen',
    mustHave: ['cooking', 'food hygiene', 'special diets'],
    description: `Our kitchen prepares nine hundred lunches a day, most of it from scratch.

Everyday work
You cook hot dishes and bake bread, prepare special diets, order goods, follow the hygiene plan and keep the kitchen clean together with five colleagues.

What we ask for
Training as a cook or long experience of large kitchens. You plan well and stay friendly when three hundred children queue.`,
    cv: `Cook with experience of restaurants, a hospital kitchen and catering.

Work experience
Hospital kitchen, 2019 to 2025: diets, menus for eight weeks, purchase of vegetables, self-inspection.
Restaurant by the harbour, 2014 to 2019: fish, sauces, cold kitchen, lunch for one hundred and twenty.

Education
Hotel and restaurant school.

I am used to early mornings and hold a certificate in food hygiene.`,
  },
  {
    title: 'Gardener',
    mustHave: ['plant knowledge', 'pruning', 'machine maintenance'],
    description: `The parks department looks after forty parks, two cemeteries and all street trees.

The job
Planting, watering, pruning of trees and shrubs, mowing, snow clearing in winter, small repairs of paths and walls, and advice to residents.

Your background
Training in horticulture or several seasons in a park or nursery, knowledge of plants, and a licence for small tractors.`,
    cv: `Gardener with a love of perennials and old fruit trees.

Jobs
Nursery, seasonal work from 2018 to 2021: propagation, potting, sale, irrigation.
Castle park, 2021 to 2026: borders, hedges, pruning of four hundred apple trees, guidance of volunteers, care of machines.

Studies
Horticultural college, two years, with a diploma work on meadows.

Driving licence B, chainsaw certificate, spraying certificate.`,
  },
  {
    title: 'Mechanical engineer, product development',
    mustHave: ['machine design', 'CAD', 'strength calculation'],
    description: `We develop pumps and mixers for the food and paper industries.

Your responsibilities
You design components and assemblies, calculate strength and service life, choose materials, follow prototypes in the workshop, write specifications and support customers during start-up.

Profile
A master's degree in mechanical engineering, five years of design work and good written English. Experience of fluid dynamics is an asset.`,
    cv: `Design engineer, MSc in mechanical engineering.

Professional experience
2017 to 2026: manufacturer of packaging machines. Responsible for the feeding unit, from sketch through calculation and drawings to test runs at customers in eleven countries.
2014 to 2017: consultant. Fixtures, welded frames, documentation for CE marking.

Methods
CAD, finite elements, tolerance analysis, failure analysis.

Languages
English C1, Italian native, French A2.`,
  },
  {
    title: 'Social worker, families',
    mustHave: ['social work degree', 'investigations', 'conversations with families'],
    description: `The municipality's family unit has eleven social workers and a psychologist.

About the role
You investigate the needs of children, meet families at home and at the office, plan support together with schools and health care, and write decisions that people can understand.

We are looking for
a qualified social worker with experience of children's cases, who can listen, decide and work under pressure. A driving licence is required.`,
    cv: `Qualified social worker, nine years in public service and charities.

Experience
Case worker, child protection, 2020 to now: investigations, home visits, court reports, cooperation with police and schools.
Counsellor at a shelter for women, 2017 to 2020: crisis talks, safety planning, evening groups.

Education
Degree in social work; courses in motivational interviewing and trauma care.

Speaks English, Persian and Turkish.`,
  },
];
