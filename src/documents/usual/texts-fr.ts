import type { UsualText } from './usual-text.ts';

export const FRENCH: readonly UsualText[] = [
  {
    title: 'Enseignante au primaire',
    mustHave: ['brevet d’enseignement', 'apprentissage de la lecture', 'gestion de classe'],
    description: `L’école de la Colline compte deux cents élèves et un jardin à elle.

Vos tâches
Vous enseignez à une classe de vingt-quatre élèves de sept à neuf ans, préparez les leçons avec une collègue, suivez la lecture de chaque enfant et rencontrez les parents deux fois par trimestre.

Exigences
Vous avez un diplôme d’enseignement pour les premières années et quelques années de pratique. L’expérience d’élèves qui apprennent dans leur deuxième langue est un atout.`,
    cv: `Profil
Enseignante des premières années, huit ans dans deux écoles de la ville. J’aime commencer la journée par une lecture à voix haute.

Expérience
De 2019 à aujourd’hui : titulaire de classe, école du Ruisseau. Groupes de lecture, mathématiques avec du matériel concret, réunions de parents, accompagnement de deux nouvelles collègues.
De 2015 à 2019 : enseignante, école du Moulin.

Formation
Licence en éducation, 2015.

Langues
Français, langue maternelle ; espagnol, bon niveau.`,
  },
  {
    title: 'Chauffeur de camion, distribution',
    mustHave: ['permis C', 'tachygraphe numérique', 'chariot élévateur'],
    description: `Nous livrons des matériaux aux magasins et aux chantiers, à moins d’une journée de route.

Le travail
Vous chargez le matin au chariot élévateur, conduisez un camion à trois essieux avec grue, déchargez chez le client, vérifiez les papiers et tenez le véhicule en ordre.

Il vous faut
un permis poids lourd, une carte de conducteur valide, du calme dans la circulation et la force de soulever. Le travail commence à six heures.`,
    cv: `Chauffeur, douze ans au volant, aucun accident.

Emplois
Depuis 2017, distribution alimentaire avec un camion frigorifique, vingt arrêts par jour, encaissements et retours. Auparavant transport de bois avec remorque, et trois ans de livraison en ville avec une camionnette.

Permis
B, C et CE, carte de conducteur, certificat de grue, matières dangereuses.

Divers
Je parle français et un peu allemand. Je peux travailler la nuit et la fin de semaine.`,
  },
  {
    title: 'Comptable',
    mustHave: ['tenue de livres', 'comptes annuels', 'taxe sur la valeur ajoutée'],
    description: `Chiffres et Associés tient les livres de quatre-vingt-dix petites entreprises.

Responsabilités
Vous suivez la comptabilité courante d’une vingtaine de clients, rapprochez les comptes, déposez les déclarations, préparez les rapports mensuels et les comptes annuels et répondez aux questions des clients au téléphone.

Votre profil
Diplôme en économie ou en comptabilité, trois ans en cabinet, bonne maîtrise des tableurs. L’expérience de la paie est un plus.`,
    cv: `Résumé
Comptable, habituée à clore le mois en trois jours ouvrables.

Parcours professionnel
Assistante financière, grossiste en meubles, de 2020 à 2026 : factures des fournisseurs, paiements, rapprochements, évaluation du stock, appui aux vérificateurs.
Aide-comptable, cabinet d’audit, de 2016 à 2020 : tenue de livres pour des restaurants et des artisans, déclarations, rapports annuels.

Formation
Gestion d’entreprise, trois ans.

Outils
Tableurs, deux logiciels comptables, facturation électronique.`,
  },
  {
    title: 'Charpentier-menuisier',
    mustHave: ['ossature de bois', 'lecture de plans', 'finition'],
    description: `Nous rénovons de vieilles maisons et construisons des agrandissements, par équipes de trois.

Ce que vous ferez
Lever les ossatures, poser planchers, fenêtres, portes et cuisines, construire escaliers et échafaudages, mesurer et commander le bois, expliquer la suite aux propriétaires.

Profil recherché
Menuisier de métier avec au moins quatre ans de chantier. Vous travaillez avec soin, lisez les plans et avez un permis de conduire.`,
    cv: `Menuisier de métier, quatorze ans de chantier et d’atelier.

Expérience
À mon compte depuis 2021 : cuisines, escaliers, terrasses de bois, réparation de fenêtres dans des maisons classées.
Charpentier chez un constructeur de maisons en rangée, de 2012 à 2021 : ossatures, toits, plaques de plâtre, chef d’une équipe de cinq pendant les trois dernières années.

Cours
Échafaudages, travail à chaud, premiers secours, travail en hauteur.

Loisirs : voile, tournage sur bois.`,
  },
  {
    title: 'Vendeuse, vêtements de plein air',
    mustHave: ['service à la clientèle', 'caisse', 'vente'],
    description: `Notre boutique de la vieille ville vend des vêtements et des chaussures pour la pluie et la montagne.

Tâches
Vous conseillez les clients, rangez les rayons, déballez les livraisons, tenez la caisse, traitez les retours et aidez à composer la vitrine.

Qualifications
Vous aimez vendre et avez travaillé dans un magasin ou un restaurant. Vous êtes libre deux soirs par semaine et un samedi sur deux. La connaissance du plein air est bienvenue.`,
    cv: `À propos de moi
Vendeuse aimable et rapide, qui se souvient des habitués.

Expérience
Vendeuse dans un magasin de chaussures, cinq ans : conseil, caisse, inventaire, réclamations, formation du personnel d’été.
Serveuse dans un café, deux étés.

Formation
Lycée, section commerce.

Langues : français et polonais.
Intérêts : randonnée, photographie, bénévolat dans une friperie.`,
  },
  {
    title: 'Pharmacien',
    mustHave: ['pharmacien inscrit à l’ordre', 'délivrance', 'conseil sur les médicaments'],
    description: `La pharmacie de la gare ouvre tous les jours et sert beaucoup de voyageurs.

Votre travail
Vous vérifiez les ordonnances, délivrez les médicaments, conseillez sur l’usage et les effets indésirables, commandez le stock, répondez de la garde des stupéfiants et guidez deux techniciennes.

Vous avez
un diplôme en pharmacie, l’inscription à l’ordre ou une demande en cours, et la langue qu’un conseil sûr exige.`,
    cv: `Pharmacien diplômé en 2014, dix ans de pratique.

Postes
Pharmacie d’hôpital, de 2018 à aujourd’hui : préparation de solutions stériles, revue des traitements dans deux services, approvisionnement des cliniques, remplacement du chef de service.
Officine, de 2014 à 2018 : ordonnances, conseil, vaccination, garde de nuit.

Formation continue
Pharmacie clinique, gestion de la qualité.

Français courant, arabe langue maternelle.`,
  },
  {
    title: 'Développeur de logiciels',
    mustHave: ['programmation', 'bases de données', 'tests automatisés'],
    description: `Nous faisons un système de réservation que quatre mille coiffeurs utilisent.

Dans ce rôle
vous développez des fonctions avec une graphiste, corrigez des défauts, écrivez des tests, relisez le code des autres et participez à la planification. Nous livrons chaque jour.

Nous cherchons
quelqu’un qui a trois ans de programmation professionnelle, le goût des solutions simples et l’expérience des applications web et des bases de données relationnelles. Le développement mobile serait un plus.`,
    cv: `Développeur qui préfère les petits pas et le code lisible.

Parcours
De 2021 à 2026, développeur, compagnie d’assurance : services web, modèle de données des sinistres, migration d’un vieux système, garde une semaine sur six.
De 2018 à 2021, programmeur, agence : boutiques en ligne, liaisons avec des services de paiement.

Diplôme
Licence en informatique.

Compétences
Langages à objets et fonctionnels, SQL, conteneurs, gestion de versions.`,
  },
  {
    title: 'Électricien',
    mustHave: ['installation électrique', 'dépannage', 'habilitation'],
    description: `Nous installons le courant, l’éclairage et les bornes de recharge dans les logements et les petites industries.

Missions
Vous tirez les câbles, raccordez les tableaux, essayez les installations, cherchez les pannes et notez ce que vous avez fait. Chaque électricien a sa camionnette.

Qualifications
Formation d’électricien terminée, deux ans de pratique ensuite et permis de conduire. L’expérience des alarmes est souhaitée.`,
    cv: `Électricien habilité depuis 2013.

Emplois
De 2016 à aujourd’hui : électricien d’entretien, société de logements. Dépannage, remplacement de tableaux, éclairage de secours, ascenseurs avec le fournisseur, astreinte.
De 2013 à 2016 : monteur, bureaux neufs et un centre commercial. Chemins de câbles, éclairage, réseaux informatiques.

Formation
Quatre ans d’école professionnelle avec apprentissage. Cours de sécurité valables jusqu’en 2028.

Langues : français, lituanien.`,
  },
  {
    title: 'Cuisinier, cantine scolaire',
    mustHave: ['cuisine', 'hygiène alimentaire', 'régimes particuliers'],
    description: `Notre cuisine prépare neuf cents repas de midi par jour, presque tout de ses mains.

Au quotidien
Vous préparez des plats chauds et du pain, cuisinez pour les régimes particuliers, commandez les denrées, suivez le plan d’hygiène et tenez la cuisine propre avec cinq collègues.

Ce que nous demandons
Une formation de cuisinier ou une longue expérience des grandes cuisines. Vous planifiez bien et restez aimable quand trois cents enfants font la queue.`,
    cv: `Cuisinier passé par les restaurants, une cuisine d’hôpital et le traiteur.

Expérience professionnelle
Cuisine d’hôpital, de 2019 à 2025 : régimes, menus de huit semaines, achat de légumes, autocontrôle.
Restaurant du port, de 2014 à 2019 : poisson, sauces, cuisine froide, midi pour cent vingt.

Études
École hôtelière.

J’ai l’habitude des matins tôt et un certificat d’hygiène alimentaire.`,
  },
  {
    title: 'Jardinier',
    mustHave: ['connaissance des plantes', 'taille', 'entretien de machines'],
    description: `Le service des parcs soigne quarante parcs, deux cimetières et tous les arbres de rue.

Le poste
Plantation, arrosage, taille des arbres et des arbustes, tonte, déneigement l’hiver, petites réparations d’allées et de murs, conseils aux habitants.

Votre parcours
Formation en horticulture ou plusieurs saisons dans un parc ou une pépinière, connaissance des plantes et permis pour petits tracteurs.`,
    cv: `Jardinier qui aime les vivaces et les vieux arbres fruitiers.

Emplois
Pépinière, travail saisonnier de 2018 à 2021 : multiplication, rempotage, vente, irrigation.
Parc de château, de 2021 à 2026 : plates-bandes, haies, taille de quatre cents pommiers, conduite de bénévoles, soin des machines.

Études
École d’horticulture, deux ans, avec un mémoire sur les prairies.

Permis B, certificat de tronçonneuse, certificat de pulvérisation.`,
  },
  {
    title: 'Ingénieure mécanique, conception de produits',
    mustHave: ['conception de machines', 'CAO', 'calcul de résistance'],
    description: `Nous concevons des pompes et des mélangeurs pour les industries alimentaire et papetière.

Vos responsabilités
Vous concevez des pièces et des ensembles, calculez la résistance et la durée de vie, choisissez les matériaux, suivez les prototypes à l’atelier, rédigez des spécifications et appuyez les clients au démarrage.

Profil
Diplôme d’ingénieur en mécanique, cinq ans de conception et un bon français écrit. L’expérience de la mécanique des fluides est appréciée.`,
    cv: `Ingénieure de conception, diplômée en génie mécanique.

Expérience professionnelle
De 2017 à 2026 : fabricant de machines d’emballage. Responsable de l’alimentation, de l’esquisse aux essais chez des clients de onze pays, en passant par le calcul et les dessins.
De 2014 à 2017 : consultante. Gabarits, bâtis soudés, dossiers de marquage CE.

Méthodes
CAO, éléments finis, analyse des tolérances, analyse des défaillances.

Langues
Français C1, italien langue maternelle, suédois A2.`,
  },
  {
    title: 'Travailleuse sociale, familles',
    mustHave: ['diplôme en travail social', 'évaluations', 'entretiens avec les familles'],
    description: `Le service des familles de la commune compte onze travailleuses sociales et un psychologue.

Le rôle
Vous évaluez les besoins des enfants, rencontrez les familles chez elles et au bureau, planifiez le soutien avec l’école et les soins et rédigez des décisions que chacun peut comprendre.

Nous recherchons
une personne diplômée en travail social, qui a l’expérience des dossiers d’enfants et sait écouter, décider et travailler sous pression. Le permis de conduire est exigé.`,
    cv: `Travailleuse sociale diplômée, neuf ans dans le service public et les associations.

Expérience
Chargée de dossiers, protection de l’enfance, de 2020 à aujourd’hui : évaluations, visites à domicile, rapports au tribunal, travail avec la police et les écoles.
Intervenante dans un refuge pour femmes, de 2017 à 2020 : entretiens de crise, plans de sécurité, groupes du soir.

Formation
Diplôme en travail social ; cours d’entretien motivationnel et de soins des traumatismes.

Parle français, persan et turc.`,
  },
];
