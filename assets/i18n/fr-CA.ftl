## Dates

date-unknown = (date inconnue)
date = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre

## Whether a line is open now

time-midnight = minuit
time-hour = { $hour } h
time-minutes = { $hour } h { $minute }
hours-reported = trouvé hors service
hours-doubtful = ouvert? appelez
hours-text-doubtful = ouvert? textez
hours-text-closed = fermé maintenant
hours-unknown = horaire inconnu
hours-always = OUVERT 24 h/24
hours-open = OUVERT jusqu’à { $time }
hours-open-holiday = peut être fermé : jour férié ({ $holiday })
hours-closed = fermé, ouvre { $time }
hours-closed-holiday = fermé, ouvre { $time }, mais peut être fermé : jour férié ({ $holiday })
hours-today = à { $time }
hours-day = { $day } { $time }
hours-elsewhere = { $time }, { $zone }
hours-elsewhere-here = { $time }, { $zone } ({ $here } ici)
state-emergency = urgence
state-unknown = horaire inconnu
state-always = 24 h/24
state-holiday = peut être fermé
state-until = jusqu’à { $time }
state-until-day = jusqu’à { $day }
state-opens = ouvre à { $time }
state-opens-day = dès { $day } { $time }
state-closed = fermé
state-reported = hors service
state-reported-closed = constaté fermé
state-short-reported = erroné
state-short-emergency = urgent
state-short-unknown = ouv.?
state-short-always = 24 h
state-short-holiday = férié?
state-short-open = ouvert
state-short-closed = fermé
weekday-short-1 = lun.
weekday-short-2 = mar.
weekday-short-3 = mer.
weekday-short-4 = jeu.
weekday-short-5 = ven.
weekday-short-6 = sam.
weekday-short-7 = dim.
weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche
zone-vancouver = heure du Pacifique
zone-edmonton = heure de l’Alberta
zone-regina = heure de la Saskatchewan
zone-winnipeg = heure du Manitoba
zone-toronto = heure de l’Est
zone-blanc-sablon = heure de la Basse-Côte-Nord
zone-halifax = heure de l’Atlantique
zone-st-johns = heure de Terre-Neuve
zone-goose-bay = heure du Labrador
zone-whitehorse = heure du Yukon
zone-yellowknife = heure des Territoires du Nord-Ouest
zone-cambridge-bay = heure de Cambridge Bay
zone-rankin-inlet = heure de Rankin Inlet
zone-iqaluit = heure d’Iqaluit
zone-atikokan = heure normale de l’Est
holiday-new-year = jour de l’An
holiday-family = jour de la Famille
holiday-louis-riel = Journée Louis Riel
holiday-heritage-ns = fête du Patrimoine
holiday-islander = fête des Insulaires
holiday-heritage-yt = fête du Patrimoine
holiday-saint-patrick = fête de la Saint-Patrick
holiday-good-friday = Vendredi saint
holiday-easter-monday = lundi de Pâques
holiday-saint-george = fête de la Saint-Georges
holiday-patriots = Journée nationale des patriotes
holiday-victoria = fête de Victoria
holiday-indigenous-peoples = Journée nationale des peuples autochtones
holiday-discovery-nl = jour de la Découverte
holiday-quebec = Fête nationale du Québec
holiday-memorial = jour commémoratif et fête du Canada
holiday-canada = fête du Canada
holiday-nunavut = Jour du Nunavut
holiday-orangemen = fête des orangistes
holiday-british-columbia = fête de la Colombie-Britannique
holiday-new-brunswick = fête du Nouveau-Brunswick
holiday-saskatchewan = fête de la Saskatchewan
holiday-heritage-ab = fête du Patrimoine
holiday-natal = jour de la Fondation
holiday-terry-fox = Journée Terry Fox
holiday-civic = congé civique
holiday-discovery-yt = jour de la Découverte
holiday-labour = fête du Travail
holiday-reconciliation = Journée nationale de la vérité et de la réconciliation
holiday-thanksgiving = Action de grâces
holiday-remembrance = jour du Souvenir
holiday-christmas = Noël
holiday-boxing-day = lendemain de Noël

## What contacts offer (the categories of assets/directory)

category-emergency = Urgence
category-police = Police
category-tip-line = Lignes de signalement anonyme
category-trafficking = Services de lutte contre la traite
category-crown = Poursuites de la Couronne
category-victim-support-line = Lignes de soutien aux victimes
category-police-based-vs = Services aux victimes relevant de la police
category-community-vs = Services communautaires aux victimes
category-court-support = Accompagnement à la cour
category-offender-info = Information sur le délinquant
category-compensation = Indemnisation et aide financière
category-sexual-assault = Aide en cas d’agression sexuelle
category-domestic-violence = Aide en cas de violence conjugale ou familiale
category-child-youth = Enfants et jeunes victimes
category-child-protection = Protection de l’enfance
category-restorative-justice = Programmes de justice réparatrice
category-counselling = Counseling et lignes d’écoute
category-shelter = Hébergement
category-legal-help = Aide juridique
category-immigration = Immigration
category-indigenous = Services autochtones
category-newcomers = Services aux personnes nouvellement arrivées
category-directory = Autres répertoires

## Canada, its provinces and territories

region-ca = Tout le Canada
region-bc = Colombie-Britannique
region-ab = Alberta
region-sk = Saskatchewan
region-mb = Manitoba
region-on = Ontario
region-qc = Québec
region-nb = Nouveau-Brunswick
region-ns = Nouvelle-Écosse
region-pe = Île-du-Prince-Édouard
region-nl = Terre-Neuve-et-Labrador
region-yt = Yukon
region-nt = Territoires du Nord-Ouest
region-nu = Nunavut

## Whom contacts serve

serves-all = toute personne
serves-women = femmes
serves-men = hommes
serves-children = enfants
serves-youth = jeunes
serves-indigenous = personnes autochtones
serves-newcomers = personnes nouvellement arrivées
serves-2slgbtq = personnes 2ELGBTQ+
serves-seniors = personnes aînées
serves-families = familles
serves-deaf = personnes sourdes
serves-sex-workers = travailleuses et travailleurs du sexe

## Languages that contacts speak (ISO 639-1)

# Codes: ISO 639-1, else ISO 639-3 (iso639-3.sil.org).
language-en = anglais
language-fr = français
language-am = amharique
language-ar = arabe
language-ase = langue des signes américaine (ASL)
language-atj = atikamekw
language-bla = pied-noir
language-bn = bengali
language-bs = bosniaque
language-chp = déné
language-cmn = mandarin
language-cr = cri
language-crg = mitchif
language-cs = tchèque
language-de = allemand
language-den = slavey
language-dgr = tłı̨chǫ
language-el = grec
language-es = espagnol
language-fa = persan
language-fcs = langue des signes québécoise (LSQ)
language-gu = gujarati
language-gwi = gwich’in
language-he = hébreu
language-hi = hindi
language-hr = croate
language-ht = créole haïtien
language-hu = hongrois
language-hy = arménien
language-iks = langue des signes inuite
language-ikt = inuinnaqtun
language-it = italien
language-iu = inuktitut
language-ja = japonais
language-kab = kabyle
language-km = khmer
language-ko = coréen
language-ksw = karen
language-ku = kurde
language-ln = lingala
language-mic = mi’kmaq
language-ml = malayalam
language-moe = innu
language-moh = mohawk
language-ne = népalais
language-nl = néerlandais
language-nsk = naskapi
language-oj = ojibwé
language-om = oromo
language-pa = pendjabi
language-pl = polonais
language-pqm = wolastoqey
language-prs = dari
language-ps = pachto
language-pt = portugais
language-rn = kirundi
language-ro = roumain
language-ru = russe
language-rw = kinyarwanda
language-si = cingalais
language-so = somali
language-sq = albanais
language-sr = serbe
language-sto = stoney nakoda
language-sw = swahili
language-ta = tamoul
language-te = télougou
language-th = thaï
language-ti = tigrigna
language-tl = tagalog
language-tr = turc
language-uk = ukrainien
language-ur = ourdou
language-vi = vietnamien
language-wo = wolof
language-yi = yiddish
language-yue = cantonais
language-zh = chinois

## What answers at a number

phone-voice = téléphone
phone-text = texto
phone-tty = ATS
phone-fax = télécopieur
phone-unclear = à confirmer : on ne voit pas quel numéro composer
phone-type-cell = cellulaire
phone-type-home = domicile
phone-type-work = travail
phone-type-pager = téléavertisseur

## What a source supports (the usual words of assets/directory)

supports-phone = téléphone
supports-phones = téléphones
supports-services = services
supports-name = nom
supports-name-fr = nom français
supports-french-name = nom français
supports-hours = horaire
supports-free = gratuité
supports-confidential = confidentialité
supports-url = site Web
supports-website = site Web
supports-description = description
supports-languages = langues
supports-area = territoire desservi
supports-email = courriel
supports-address = adresse
supports-text = texto
supports-text-number = numéro de texto
supports-eligibility = admissibilité
supports-role = rôle
supports-police = police
supports-chat = clavardage
supports-chat-hours = heures de clavardage
supports-organization = organisme
supports-serves = clientèle
supports-who-it-serves = clientèle
supports-24-7 = 24 h/24, 7 j/7
supports-24-hours = 24 h/24
supports-connects-callers-to-local-services = met en contact avec les services locaux
supports-finds-local-services = trouve les services locaux
supports-fax = télécopieur
supports-tty = ATS
supports-police-report = signalement à la police
supports-police-report-needed = signalement à la police
supports-no-report-needed = aucun signalement exigé
supports-no-police-report-needed = aucun signalement à la police exigé
supports-ages = âges
supports-age = âge
supports-coverage = territoire couvert
supports-hotline-phone = téléphone de la ligne
supports-network-phone = téléphone du réseau
supports-victim-support-line-phone = téléphone de la Ligne d’aide aux victimes
supports-victim-services-phone = téléphone des services aux victimes
supports-partners = partenaires
supports-name-change = changement de nom
supports-process = démarche
supports-after-hours-number = numéro en dehors des heures de bureau
supports-after-hours-schedule = horaire en dehors des heures de bureau
supports-older-line = ancienne ligne
supports-unit-extension = poste de l’unité
supports-referrals = aiguillage
supports-anonymous = anonymat
supports-anonymity = anonymat
supports-access = accès
supports-operator = organisme responsable
supports-scope = portée
supports-mandate = mandat
supports-online = en ligne
supports-territories = territoires
supports-how-to-report = comment signaler
supports-bilingual = bilinguisme
supports-option = option
supports-approach = approche
supports-toll-free = sans frais
supports-what-is-covered = ce qui est couvert
supports-registration = inscription
supports-interpretation = interprétation
supports-1-866-appelle = 1 866 APPELLE
supports-14-officers = 14 policiers et policières
supports-16--and-17-year-olds = jeunes de 16 et 17 ans
supports-16-and-17 = 16 et 17 ans
supports-17-centres--185-points-of-service = 17 centres, 185 points de service
supports-18- = 18 ans et plus
supports-211 = 211
supports-211-access-to-edmonton-area-shelters = accès par le 211 aux maisons d’hébergement de la région d’Edmonton
supports-24-7-anonymous-line = ligne anonyme 24 h/24, 7 j/7
supports-24-7-crisis-line = ligne de crise 24 h/24, 7 j/7
supports-24-7-crisis-response = intervention de crise 24 h/24, 7 j/7
supports-24-7-everywhere = 24 h/24, 7 j/7, partout
supports-24-7-help = aide 24 h/24, 7 j/7
supports-24-7-line = ligne 24 h/24, 7 j/7
supports-24-7-shelter = hébergement 24 h/24, 7 j/7
supports-24-hour-crisis-line = ligne de crise 24 h/24
supports-24-hour-line = ligne 24 h/24
supports-24-hour-line-run-by-findhelp = ligne 24 h/24 de Findhelp
supports-24-hour-service = service 24 h/24
supports-24-hours-a-day--365-days = 24 h/24, 365 jours par année
supports-30-minutes = 30 minutes
supports-37-programs-and-how-they-cover-other-hospitals = 37 programmes et façon dont ils desservent les autres hôpitaux
supports-506-444-2777 = 506-444-2777
supports-902-892-0960 = 902-892-0960
supports-911 = 911
supports-a-24-hour-line-for-male-survivors-run-with-the-victim-support-line = ligne 24 h/24 pour les hommes survivants, avec la Ligne d’aide aux victimes
supports-a-provincial-navigation-line-exists = une ligne provinciale d’orientation existe
supports-abitibi-t-miscamingue = Abitibi-Témiscamingue
supports-access-line = ligne d’accès
supports-access-through-vcao-agencies = accès par les organismes du VCAO
supports-activity = activité
supports-adults = adultes
supports-adults-also-received = adultes aussi accueillis
supports-advice-before-reporting = conseils avant un signalement
supports-after-hours-numbers = numéros en dehors des heures de bureau
supports-age-group = groupe d’âge
supports-all-genders = tous les genres
supports-all-regions-by-30-november-2026 = toutes les régions d’ici le 30 novembre 2026
supports-always-someone-to-answer = toujours quelqu’un pour répondre
supports-amount = montant
supports-amount-of-past-earnings = montant des revenus passés
supports-amounts-for-trafficking-survivors = montants pour les personnes survivantes de la traite
supports-anonymous-calls = appels anonymes
supports-anonymous-line = ligne anonyme
supports-anonymous-reports = signalements anonymes
supports-areas-of-law = domaines du droit
supports-asylum-claimants = demandeurs et demandeuses d’asile
supports-bad-date-list = liste de mauvais clients
supports-base-toll-free-number = numéro sans frais de base
supports-beds = lits
supports-both-crisis-numbers = les deux numéros de crise
supports-both-houses-full = les deux maisons complètes
supports-both-networks = les deux réseaux
supports-both-phones = les deux téléphones
supports-brave-yw = Brave YW
supports-by-and-for-sex-workers = par et pour les travailleuses et travailleurs du sexe
supports-by-phone-or-in-writing = par téléphone ou par écrit
supports-call = appel
supports-campbell-s-bay-phone = téléphone de Campbell’s Bay
supports-cavac-phone = téléphone du CAVAC
supports-cavac-presence = présence d’un CAVAC
supports-centre = centre
supports-charge-decision = décision de porter des accusations
supports-chat--text-and-web-exist = clavardage, texto et Web existent
supports-chat-and-text = clavardage et texto
supports-chat-and-text-hours = heures de clavardage et de texto
supports-child-abuse-line = ligne sur la maltraitance des enfants
supports-child-sex-trafficking = traite d’enfants à des fins sexuelles
supports-choice-to-report = choix de signaler
supports-civil-line = ligne en droit civil
supports-clientele = clientèle
supports-clinic = clinique
supports-closing-in-2022 = fermeture en 2022
supports-collect-number = numéro à frais virés
supports-community-non-profit = organisme communautaire sans but lucratif
supports-complaints = plaintes
supports-coordinator = coordination
supports-corrections-may-tell-victims-about-custody-and-release = les services correctionnels peuvent informer les victimes de la détention et de la libération
supports-counselling = counseling
supports-courage-centre-in-shediac = Courage Centre à Shediac
supports-court-help = aide au tribunal
supports-court-support = soutien au tribunal
supports-courthouses = palais de justice
supports-crisis-line = ligne de crise
supports-crisis-line-exists = la ligne de crise existe
supports-day-or-night = jour et nuit
supports-daycare = garderie
supports-decision-times = délais de décision
supports-delays = retards
supports-demand-and-waiting-lists = demande et listes d’attente
supports-directory = répertoire
supports-division = division
supports-dogs = chiens
supports-domestic-violence-court-program = programme judiciaire en matière de violence conjugale
supports-drop-in = halte-accueil
supports-eleven-offices = onze bureaux
supports-emergency-fund = fonds d’urgence
supports-essential-expenses-for-trafficking-survivors = dépenses essentielles des personnes survivantes de la traite
supports-events = événements
supports-every-stage = toutes les étapes
supports-evidence-kept-six-months = preuves conservées six mois
supports-exit-program-partner = partenaire du programme de sortie
supports-exploitation = exploitation
supports-extension = poste
supports-family-line = ligne en droit de la famille
supports-fem-aide-line = ligne Fem’aide
supports-fields-of-law = domaines de droit
supports-fire = incendie
supports-five-hospitals = cinq hôpitaux
supports-flood = inondation
supports-four-hours = quatre heures
supports-free-call = appel gratuit
supports-free-consultation = consultation gratuite
supports-free-legal-help = aide juridique gratuite
supports-french-page = page en français
supports-full = aucune place libre
supports-funding = financement
supports-funding-at-risk = financement menacé
supports-funding-cut = financement réduit
supports-funding-of-crisis-lines-until-march-2026 = financement des lignes de crise jusqu’en mars 2026
supports-government-toll-free-number--with-another-extension- = numéro sans frais du gouvernement (avec un autre poste)
supports-guide = guide
supports-guide-for-survivors-and-parents = guide pour les survivantes, les survivants et les parents
supports-guides = guides
supports-harm-reduction = réduction des méfaits
supports-help-without-a-report = aide sans signalement
supports-helpline = ligne d’aide
supports-history = historique
supports-hospital-accompaniment-cut = accompagnement à l’hôpital supprimé
supports-hotline = ligne d’urgence
supports-hotline-connects-to-local-services = la ligne met en contact avec les services locaux
supports-hours-of-advice = heures de conseils
supports-hours-of-referral = heures d’orientation
supports-hours-that-differ = horaires qui diffèrent
supports-housing = hébergement
supports-housing-project = projet d’hébergement
supports-how-to-reach-the-nurse = comment joindre l’infirmière
supports-human-trafficking-team = équipe de lutte contre la traite de personnes
supports-income-limits = plafonds de revenu
supports-information-in-many-languages = renseignements en plusieurs langues
supports-intake = accueil
supports-intake-hours = heures d’accueil
supports-intake-phone = téléphone de l’accueil
supports-interpreters = interprètes
supports-intimate-partner-violence = violence entre partenaires intimes
supports-intimate-partner-violence-unit = unité de la violence entre partenaires intimes
supports-judicialized-or-not = judiciarisé ou non
supports-labrador-office = bureau du Labrador
supports-law = loi
supports-learning-centre = centre d’apprentissage
supports-legal-and-immigration-help = aide juridique et aide en immigration
supports-legal-clinic = clinique juridique
supports-legal-clinic-hours = heures de la clinique juridique
supports-legal-workshops = ateliers juridiques
supports-length-of-stay = durée du séjour
supports-liaison-workers = agentes de liaison
supports-line = ligne
supports-lines-open-24-7 = lignes ouvertes 24 h/24, 7 j/7
supports-list-of-programs = liste des programmes
supports-listed-for-newcomers = nommé pour les personnes nouvellement arrivées
supports-listening-line = ligne d’écoute
supports-live-hours = heures de réponse en direct
supports-locations = emplacements
supports-meeting-with-the-crown = rencontre avec la Couronne
supports-membership = membres
supports-men-fleeing-violence = hommes qui fuient la violence
supports-mission = mission
supports-mobile-short-number = numéro court pour cellulaires
supports-multilingual = multilingue
supports-named-as-a-resource-for-victims = nommé comme ressource pour les victimes
supports-ncourage-hub = carrefour nCourage
supports-need-for-help-in-moncton = besoin d’aide à Moncton
supports-network = réseau
supports-new-house = nouvelle maison
supports-new-name = nouveau nom
supports-new-name--october-2021 = nouveau nom, octobre 2021
supports-new-positions = nouveaux postes
supports-new-site = nouveau site
supports-newer-page-sends-reports-to-1-833-900-1010 = une page plus récente renvoie les signalements au 1-833-900-1010
supports-no-call-refused = aucun appel refusé
supports-no-charge-needed = aucune accusation nécessaire
supports-no-complaint-needed = aucune plainte nécessaire
supports-no-crisis-number-shown = aucun numéro de crise affiché
supports-no-house-yet = pas encore de maison
supports-no-need-to-assist-authorities = aucune obligation d’aider les autorités
supports-no-police = sans la police
supports-no-referral = sans aiguillage
supports-no-waiting-period = aucun délai d’attente
supports-non-emergency = non urgent
supports-non-residents = non-résidents
supports-not-24-7 = pas 24 h/24, 7 j/7
supports-not-for-open-cases = pas pour les dossiers en cours
supports-number-of-centres = nombre de centres
supports-number-of-organisations = nombre d’organismes
supports-nunavut-team = équipe du Nunavut
supports-nwt-back-up--local-prefix---1111 = secours aux T.N.-O. : préfixe local suivi de 1111
supports-nwt-offices-in-yellowknife-and-inuvik = bureaux des T.N.-O. à Yellowknife et à Inuvik
supports-nwt-team = équipe des T.N.-O.
supports-octip-phone = téléphone de l’OCTIP
supports-office-hours = heures de bureau
supports-office-phone = téléphone du bureau
supports-offices = bureaux
supports-old-phone--not-used- = ancien téléphone (non utilisé)
supports-older-office-phone = ancien téléphone du bureau
supports-older-phone--older-length = ancien téléphone, ancienne durée
supports-on-call = de garde
supports-one-shelter-in-niagara-falls = un refuge à Niagara Falls
supports-open = ouvert
supports-open-to-all-women = ouvert à toutes les femmes
supports-open-work-permit-for-vulnerable-workers = permis de travail ouvert pour les travailleuses et travailleurs vulnérables
supports-other-centres = autres centres
supports-other-cities = autres villes
supports-outreach = travail de proximité
supports-outreach-to-temporary-foreign-workers = travail de proximité auprès des travailleuses et travailleurs étrangers temporaires
supports-over-capacity = au-delà de sa capacité
supports-partner-for-sex-workers = partenaire pour les travailleuses et travailleurs du sexe
supports-permanent = caractère permanent
supports-phone-613-546-1777 = téléphone 613-546-1777
supports-phone-for-an-event = téléphone pour un événement
supports-phone-for-trafficking-permits--older-federal-page- = téléphone pour les permis liés à la traite (page fédérale plus ancienne)
supports-phone-hours-cut = heures téléphoniques réduites
supports-phone-listening = écoute par téléphone
supports-phone-of-the-line = téléphone de la ligne
supports-phone-of-the-resource-centre = téléphone du centre de ressources
supports-phone-of-the-victim-support-line = téléphone de la Ligne d’aide aux victimes
supports-phone-with-a-typing-error--one-digit-too-many- = téléphone avec une faute de frappe (un chiffre de trop)
supports-phones-of-the-association = téléphones de l’association
supports-place = lieu
supports-places = lieux
supports-places-for-people-fleeing-violence = places pour les personnes qui fuient la violence
supports-police-form = formulaire de la police
supports-post-charge--pre-sentence = après l’accusation, avant la peine
supports-principles = principes
supports-processes = processus
supports-program = programme
supports-program-in-the-province = programme dans la province
supports-program-of-the-women-s-centre = programme du centre des femmes
supports-programs = programmes
supports-project = projet
supports-province-wide = dans toute la province
supports-province-wide-expansion = élargissement à toute la province
supports-provincial-help-line = ligne d’aide provinciale
supports-provincial-shelter-line = ligne provinciale des refuges
supports-psychosocial-support--mobilis- = soutien psychosocial (Mobilis)
supports-purpose = but
supports-quebec-phone = téléphone au Québec
supports-quebec-wide = partout au Québec
supports-reb-tir-link = lien vers Rebâtir
supports-referral-rule = règle d’orientation
supports-regina-phone = téléphone de Regina
supports-region = région
supports-regional-leads = responsables régionaux
supports-regional-toll-free = numéro sans frais régional
supports-regions = régions
supports-revived = relancé
supports-round-the-clock = jour et nuit
supports-routes-to-the-nearest-house = achemine vers la maison la plus proche
supports-runs-l--clipse--phone = responsable de L’Éclipse, téléphone
supports-rural-program = programme rural
supports-safe-house = maison sûre
supports-safe-house-and-transitional-house = maison sûre et maison de transition
supports-saskatchewan-phone = téléphone en Saskatchewan
supports-search = recherche
supports-second-stage-house = maison de deuxième étape
supports-second-stage-housing = logement de deuxième étape
supports-self-referral = demande faite par la personne elle-même
supports-serious-crime = crimes graves
supports-services-to-victims = services aux victimes
supports-services-under-one-roof = services sous un même toit
supports-sex-trafficking-counted-as-harm = la traite à des fins sexuelles compte comme un préjudice
supports-sexual-assault-first-contact = premier contact en cas d’agression sexuelle
supports-sexual-trauma-support = soutien en cas de trauma sexuel
supports-shelter = refuge
supports-shortage = pénurie
supports-since-1983 = depuis 1983
supports-since-1991 = depuis 1991
supports-since-2022 = depuis 2022
supports-soft-interview-room = salle d’entrevue accueillante
supports-specialized-courts = tribunaux spécialisés
supports-squad = escouade
supports-staff = personnel
supports-start-of-the-lines = début des lignes
supports-still-active = toujours en activité
supports-still-full--second-house-planned = toujours complet, deuxième maison prévue
supports-still-running = toujours en service
supports-still-used-after-2018 = encore utilisé après 2018
supports-storage-of-evidence = conservation des preuves
supports-support-line = ligne de soutien
supports-support-regardless-of-charges = soutien qu’il y ait ou non des accusations
supports-tasks = tâches
supports-team = équipe
supports-team-name = nom de l’équipe
supports-territory = territoire
supports-text-and-chat = texto et clavardage
supports-text-line = ligne de texto
supports-the-centre-s-phones = téléphones du centre
supports-the-line-reaches-the-nearest-house = la ligne joint la maison d’hébergement la plus proche
supports-threats-to-call-authorities = menaces d’appeler les autorités
supports-three-centres-for-men = trois centres pour hommes
supports-three-phones = trois téléphones
supports-three-years = trois ans
supports-thunder-bay-district = district de Thunder Bay
supports-toll-free-number = numéro sans frais
supports-toll-free-number-of-the-former-family-violence-prevention-unit = numéro sans frais de l’ancienne unité de prévention de la violence familiale
supports-toronto-phone = téléphone de Toronto
supports-towns-served = villes desservies
supports-trafficking = traite de personnes
supports-trafficking-house = maison pour les victimes de la traite
supports-trafficking-housing = hébergement lié à la traite
supports-trafficking-is-a-ground = la traite est un motif
supports-trafficking-navigator = intervenante-pivot en matière de traite
supports-trafficking-program = programme sur la traite
supports-trafficking-services = services liés à la traite
supports-trafficking-support = soutien aux victimes de la traite
supports-two-centres = deux centres
supports-two-hour-advice = deux heures de conseils
supports-two-shelters = deux refuges
supports-unit = unité
supports-up-to-18 = jusqu’à 18 ans
supports-victimlinkbc-phone = téléphone de VictimLinkBC
supports-victims--booklets = brochures pour les victimes
supports-victims--pages = pages pour les victimes
supports-victims-should-not-use-it-to-report = les victimes ne devraient pas s’en servir pour signaler
supports-voluntary = volontaire
supports-vqrp = VQRP
supports-vqrp- = VQRP+
supports-wait = attente
supports-walk-in = sans rendez-vous
supports-walk-in-clinic = clinique sans rendez-vous
supports-web-form = formulaire Web
supports-what = contenu
supports-what-consular-staff-can-do = ce que le personnel consulaire peut faire
supports-what-happens = déroulement
supports-what-transition-houses-offer = services des maisons de transition
supports-whatsapp = WhatsApp
supports-whatsapp-number = numéro WhatsApp
supports-when-to-call = quand appeler
supports-who = personnes concernées
supports-who-calls = qui appelle
supports-who-delivers = qui offre le service
supports-who-is-informed = personnes informées
supports-who-is-served = clientèle
supports-who-may-take-the-report = qui peut recevoir le signalement
supports-whom-it-serves = clientèle
supports-whom-to-contact-about-a-case = à qui s’adresser au sujet d’un dossier
supports-women-only = femmes seulement
supports-work-to-reopen = travaux en vue de la réouverture
supports-work-with-trafficking-unit = travail avec l’unité de lutte contre la traite
supports-worker-at-the-police = intervenante au poste de police
supports-workload = charge de travail
supports-youth-rights = droits des jeunes


## The screen: tabs, headings, footer

tab-now = Maintenant
tab-reporting = Signaler
tab-victim-services = Services aux victimes
tab-restorative-justice = Justice réparatrice
tab-directory = Répertoire
tab-bookmarks = Signets
# The short names stand where the whole ones do not fit on the tab line.
tab-now-short = Maintenant
tab-reporting-short = Signaler
tab-victim-services-short = Services
tab-restorative-justice-short = Réparatrice
tab-directory-short = Répertoire
tab-bookmarks-short = Signets
danger = Danger immédiat : { $number }
danger-number-911 = appelez le { $number }
# Where 911 does not answer everywhere.
danger-number-911-doubt = appelez le { $number }; sans réponse, la police locale
danger-may-fail = 911, ou police locale
danger-number-nu = GRC 867 + 3 premiers chiffres locaux + 1111
danger-number-nu-town = GRC { $town } { $number }
danger-only-nu = GRC, { $town } seulement
# For all of Canada.
danger-canada = appelez le { $number } (Nunavut : GRC, préfixe local + 1111)
# The same where there is room.
danger-whole-nu = GRC 867, 3 premiers chiffres locaux, puis 1111
danger-whole-canada = appelez le { $number } (Nunavut : GRC, les 3 premiers chiffres du numéro local, puis 1111)
# Where there is little room.
danger-brief-911 = Danger { $number }
danger-brief-911-doubt = Danger { $number } / police
danger-brief-nu = GRC 867-xxx-1111
danger-brief-nu-town = GRC { $number }
# Within a sentence of the guide, behind "call".
danger-call-911 = le { $number }
danger-call-nu = la GRC de la collectivité (les 3 premiers chiffres du numéro local, puis 1111; Iqaluit { $number })
language-own-name = Français
label-end =  :
rows-shown = { $first }–{ $last } de { $count }
rows-below = encore { $count } plus bas
# A town, then its province or territory.
head-place = { $town }, { $region }
# The head for a screen reader.
head-spoken = { $danger }. { $place }. Page { $tab }, { $name }.
head-spoken-first = { $danger }. { $place }.
reader-list = Liste : { $place } sur { $count }
reader-warning = Attention : { $text }
too-small = Cette fenêtre est trop petite. havre a besoin de { $width } colonnes et de { $height } rangées.
consent-line = Demandez d’abord l’accord de la personne (sauf danger ou enfant).
consent-child = Pour protéger un enfant, aucun consentement n’est nécessaire. Un soupçon suffit.
confirm-first = Confirmez d’abord : { $reasons }.
doubt-replaced-number = numéro du lot { $pack }, au lieu de { $was }
doubt-stand-in = ligne d’un autre service
doubt-pilot-ended = le projet ou son financement a peut-être pris fin
doubt-pilot-ended-in = le projet ou son financement devait prendre fin en { $year }
doubt-sources-disagree = sources contradictoires
doubt-old-source = source ancienne ou sans date
doubt-old-source-of = source de { $year }
doubt-undated = date de vérification non précisée
doubt-third-party = tiré d’une liste tenue par d’autres
doubt-single-source = une seule source
doubt-unspecified = les sources laissent un doute
doubt-checked-long-ago = vérifié il y a plus d’un an
confirm-first-mark = (à confirmer d’abord)
sources-title = Sources : { $name }
sources-practice = Conseil de pratique rédigé pour ce guide.
notice-paste-ignored = Le texte collé est ignoré ici. Pour coller, allez d’abord dans un champ.
notice-paste-long = Le texte collé a { $count } lignes : rien n’en a été pris ni gardé. Dites en une phrase ce qui se passe.
files-not-read-yet = Vos fichiers ne répondent pas encore. Vous pouvez continuer; la liste s’affichera dès qu’ils répondront.
files-unanswered = Pas encore enregistré : vos fichiers ne répondent pas. Vous pouvez continuer; vous le saurez quand ce sera fait.
notice-quit-undone = Si vous quittez maintenant, ceci ne sera pas fait : { $rest }. Pour quitter quand même, recommencez.
plain-quit-undone = Si vous quittez maintenant, ceci ne sera pas fait : { $rest }. Pour quitter quand même, redites-le.
plain-left-undone = Pas fait : { $rest }.
undone-changes = enregistrer votre changement à { $names }
undone-merge = fusionner les copies de votre liste
undone-file = écrire le fichier { $name }
undone-removal = supprimer le fichier { $name }
undone-settings = enregistrer vos réglages
undone-pack = prendre le lot { $name }
notice-copied-reported = Attention : vous avez trouvé le { $text } hors service. Il est tout de même au presse-papiers du terminal.
notice-copied = Au presse-papiers du terminal : { $text } (effacé dans une minute, si possible)
notice-copied-of-another = Au presse-papiers du terminal : { $text } (effacé dans une minute, si possible). Ligne d’un autre service : { $line }
notice-copied-page = Au presse-papiers du terminal : le texte de cette page (effacé dans une minute, si possible)
notice-no-number = Aucun numéro de téléphone trouvé.
notice-no-contact = Choisissez d’abord une ressource.
notice-no-bookmarks = Vous n’avez pas encore de signets : b sur une ressource, dans le Répertoire (4), en ajoute un.
notice-none-here = Il n’y a pas de ressource ici.
notice-no-terms = Cette page n’en a aucun : voici tous les termes expliqués.
notice-no-sources = Il n’y a pas de sources ici.
notice-no-both = Choisissez d’abord un sujet ou une ressource.
notice-cut = Trop long : la fin a été coupée.
notice-nothing-back-now = Vous êtes au début. Pour quitter, appuyez sur Ctrl-C.
notice-not-found = Pas dans la page : cherché partout.
notice-nothing-back = Vous êtes au début de cet onglet. Pour quitter, appuyez sur q.


## Keys and help

keys-enlarge = le numéro seul, en grand, à sélectionner à la main
keys-code = le numéro ou l’adresse en code à lire avec un téléphone
keys-cover = couvrir l’écran, et le découvrir
footer-cover = couvrir
footer-pick = marquer
footer-order = ordre
footer-save-form = garder
footer-save = enregistrer
footer-cancel = annuler
footer-corrections = corrections
footer-called = j’ai appelé
footer-called-short = appel
footer-hand-over = remettre
footer-kind = genre
footer-discreet = discrète
footer-preview = regarder
footer-note = note
footer-labels = étiquettes
footer-lists = listes
footer-both = français + English
footer-label-filter = par étiquette
footer-own-add = ajouter la vôtre
footer-own-edit = modifier
footer-own-remove = retirer
footer-undo = annuler
keys-called = dire ce qui s’est passé quand vous avez appelé (la liste le marque)
keys-hand-over = faire une page à remettre : message texte, texte, à imprimer, à plier
keys-discreet = discrète : aucun nom, vos premiers mots et les numéros
keys-pick = la marquer pour une page à remettre, et passer à la suivante
keys-corrections = ce que vous avez trouvé d’inexact, à transmettre
keys-lists = listes de votre équipe; en donner une, en prendre une
keys-note = une note sur le service, jamais sur une personne
keys-labels = étiquettes du signet
keys-both = le sujet ou la fiche en français et en anglais, côte à côte
keys-label-filter = signets avec une étiquette
keys-order = déplacer le signet vers le haut, le bas
keys-own-add = ajouter votre propre ressource
keys-own-edit = modifier votre propre ressource
keys-own-remove = retirer votre propre ressource
keys-undo = annuler votre dernière modification (signets, fiches, réglages)
keys-redo = la refaire
key-space = Espace
key-enter = Entrée
key-escape = Échap
key-backspace = Retour arrière
key-delete = Suppr
key-tab = Tab
key-back-tab = Maj-Tab
key-up = ↑
key-down = ↓
key-left = ←
key-right = →
# Where the terminal shows no arrows.
key-up-spelled = Haut
key-down-spelled = Bas
key-left-spelled = Gauche
key-right-spelled = Droite
key-arrows = flèches
key-page-up = Pg préc
key-page-down = Pg suiv
key-home = Début
key-end = Fin
footer-results = résultats
footer-read = lire
footer-steps = questions
footer-steps-again = recommencer
footer-answer = répondre
footer-note-it = le noter
footer-open = ouvrir
footer-follow = suivre
footer-choose = choisir
footer-begin = commencer
footer-canada = tout le Canada
footer-clear-field = vider le champ
footer-edit = modifier
footer-chip = ôter le filtre
footer-need-off = les mots seuls
footer-leave = sortir
footer-back = retour
footer-language-choice = English
footer-move = se déplacer
footer-links = liens
footer-search = chercher
footer-find = trouver
footer-filters = filtres
footer-clear = sans filtre
footer-clear-words = vider
footer-next = suivant
footer-bookmark = signet
footer-remove = retirer le signet
footer-copy = copier
footer-copy-text = copier le texte
footer-code = code
footer-sources = sources
footer-terms = termes
footer-terms-marked = mots avec ·
footer-region = région
footer-settings = réglages
footer-value = changer
footer-language = English
footer-help = aide
footer-quit = quitter
footer-stay = rester
footer-clear-and-quit = effacer l’écran et quitter
keys-introduction = havre s’utilise au clavier seulement. Il ne garde rien sur la personne que vous aidez : seulement vos signets et vos réglages.
keys-first = Les six touches qui comptent
keys-first-open = ouvrir ce qui est choisi
keys-first-search = dire ce qui se passe
keys-first-number = copier le numéro (liste, fiche)
keys-here = Sur cet écran
keys-here-named = Sur cet écran : { $name }
keys-glossary = Glossaire : les termes en anglais et en français
keys-terms = les termes de cette page, ou tous
topic-set-town = Indiquez votre ville, et les plus proches viendront en premier.
topic-set-town-key = Appuyez sur r pour indiquer votre ville : les plus proches viendront alors en premier.
topic-near-typed = Les plus proches de { $place } (vos mots).
terms-title = Les termes de cette page
keys-settings-page = Réglages : langue, région, aspect, écran couvert, lecteur d’écran
keys-section-moving = Se déplacer
keys-section-contact = Une ressource ou un sujet
keys-section-searching = Chercher
keys-section-program = Le programme
keys-open = ouvrir, lire, suivre le lien
keys-back = un pas en arrière; ne quitte jamais
keys-rows = une rangée plus haut, plus bas
keys-links = lien ou volet suivant, précédent
keys-steps = questions pas à pas, ou recommencer
keys-answer = choisir la rangée qui a ce numéro
keys-tabs = aller à un onglet
keys-tabs-anywhere = à un onglet, même depuis un champ
keys-neighbours = l’onglet de gauche, de droite
keys-neighbours-anywhere = l’onglet de gauche, de droite, même depuis un champ
keys-page-down = une page plus bas
keys-page-up = une page plus haut
keys-ends = au début, à la fin
keys-bookmark = mettre un signet à cette ressource, ou le retirer (* le marque)
keys-copy = envoyer le numéro au presse-papiers de votre terminal
keys-sources = d’où viennent les faits
keys-search = chercher, de partout
keys-open-hit = dans le champ de recherche : ouvrir le résultat marqué >
keys-results = du champ de recherche aux résultats
keys-field-rows = un autre résultat, sans sortir du champ
keys-leave = vider le champ de recherche, puis en sortir
keys-chip = ôter les mots avant le curseur qui sont un filtre
keys-edit = après /, modifier la dernière recherche; les lettres la remplacent
keys-delete-word = effacer le mot avant le curseur
keys-clear-field = vider le champ
keys-filters = filtres : genre d’aide, région, ouvert maintenant, langue, etc.
keys-clear = retirer tous les filtres; s’il n’y en a pas, vider la recherche
keys-region = votre ville, province ou territoire
keys-settings = réglages : langue, région, aspect, écran couvert, lecteur d’écran
keys-language = English / français, tout de suite
keys-language-anywhere = English / français, même depuis un champ
keys-help = cette page
keys-quit = quitter
keys-clear-and-quit = effacer l’écran et quitter, tout de suite
keys-suspend = revenir à l’interpréteur de commandes un moment (fg revient à havre)
keys-repaint = redessiner l’écran
keys-cannot-clear = havre ne peut pas effacer ce que d’autres gardent : l’historique de tmux ou de screen, un journal de votre terminal, un enregistrement.


## The card

number-reported = Vous avez trouvé ce numéro hors service.
number-select = Ci-dessus, le numéro est seul sur sa rangée : sélectionnez-le avec votre terminal.
address-select = Ci-dessus, l’adresse est seule : sélectionnez-la avec votre terminal.
number-unclear = On ne voit pas quel numéro composer : lisez-le comme il est écrit et demandez à quelqu’un qui le connaît.
code-warning = Un téléphone peut être surveillé : demandez d’abord à la personne.
code-part = Code { $place } de { $count }
code-next = code suivant
code-no-room = Aucun code ne tient ici. Agrandissez la fenêtre.
code-room = Le code ne tient pas ici. Agrandissez la fenêtre de{" "}{ $columns ->
    [0] {""}
    [one] { $columns } colonne
   *[other] { $columns } colonnes
}{ $columns ->
    [0] {""}
   *[other] { $rows ->
        [0] {""}
       *[other] {" "}et de{" "}
    }
}{ $rows ->
    [0] {""}
    [one] { $rows } rangée
   *[other] { $rows } rangées
}. Ou appuyez sur Y : le numéro seul.
card-labels = Étiquettes
card-yours = à vous
card-reached = Vous avez joint ce service le { $date }.
card-tried = Vous avez appelé le { $date } : { $what }.
card-wrong = Signalé le { $date } : { $what }.
card-phones-changed = Les numéros ont changé depuis votre signet.
card-hours-changed = Les heures ont changé depuis votre signet.
card-before = Avant
card-accept-numbers = Accepter les nouveaux numéros
card-accept-hours = Accepter les nouvelles heures
card-accept-both = Accepter les nouveaux numéros et heures
card-accept-off-team = La garder quand même
card-team-edited = D’une liste de votre équipe, modifiée le { $date }
card-own-edited = Vous avez écrit ceci le { $date }.
list-yours = à vous
card-organization = Offert par
card-name-in-en = nom en anglais
card-name-in-fr = nom en français
topic-contacts = Ressources
card-name-en = En anglais
card-name-fr = En français
phone-extension = poste { $number }
always-open = 24 h/24, 7 j/7
card-own-number-differs = Vous avez écrit cette ressource. Sous ce nom, le répertoire a d’autres numéros : { $numbers }
card-closed = L’éditeur dit que c’est fermé, ou le retire. Voici ce qui a été gardé avec votre signet : à confirmer d’abord.
card-gone = Cette ressource n’est plus dans le répertoire. Voici ce qui a été gardé avec votre signet : à confirmer d’abord.
card-off-team = Votre équipe l’a retirée de sa liste : confirmez d’abord le numéro.
card-note = Votre note
card-no-911 = Il n’y a pas de 911 ici. En cas de danger, appelez { $call }.
card-no-phone = Aucun numéro de téléphone n’a été trouvé.
card-bookmarked = dans les signets
card-what = Quoi
card-where-canada = tout le Canada
card-where-whole = { $region }, partout
card-conditions = Conditions
card-source = Source
card-of-program = répertoire de havre
card-held = Le lot { $pack } a un autre numéro, qui n’est pas utilisé. Pour le voir : havre packs show { $pack }
card-held-name = Le lot { $pack } a un autre nom, qui n’est pas utilisé. Pour le voir : havre packs show { $pack }
card-held-gone = Le lot { $pack } retire ce service, ce qui n’est pas fait. Pour le voir : havre packs show { $pack }
card-website = Site Web
card-email = Courriel
card-chat = Clavardage
card-address = Adresse
card-hours = Horaire
card-where = Où
card-serves = Pour
card-languages = Langues
card-serves-unknown = non précisé, à demander
card-languages-unknown = non précisées, à demander
card-interpreters = Interprètes disponibles
card-interpreters-over = Interprètes disponibles (plus de { $count } langues)
card-interpreters-about = Interprètes disponibles (environ { $count } langues)
card-help-in-languages = Aide en { $count } langues
card-report-needed = Signalement à la police exigé
card-report-not-needed = Aucun signalement à la police exigé
card-confidential = Confidentiel
card-not-confidential = Non confidentiel
card-free = Gratuit
card-not-free = Payant
card-offers = Offre
card-undated = Son fichier ne dit pas quand cela a été vérifié (importé le { $date })
card-checked = { $count ->
    [one] Vérifié le { $date }, à partir de 1 source
   *[other] Vérifié le { $date }, à partir de { $count } sources
}


## Filters

filter-label = Signets avec l’étiquette
label-shown = Étiquette : { $label }
bookmarks-changed = Changements (~) : { $what }
bookmarks-changed-numbers = numéros { $count }
bookmarks-changed-hours = heures { $count }
bookmarks-changed-closed = fermés { $count }
bookmarks-changed-gone = disparus { $count }
bookmarks-changed-off-team = retirés de la liste de l’équipe { $count }
differs-numbers = d’autres numéros que ceux que vous avez gardés
differs-hours = d’autres heures que celles que vous avez gardées
differs-closed = fermé ou retiré, selon l’éditeur
differs-gone = n’est plus dans le répertoire
differs-off-team = n’est plus sur la liste de votre équipe
filters-title = Filtres
filters-label = Filtres :
filters-also-by-words = Selon les mots de votre recherche : { $filters }
filter-category = Genre d’aide
filter-region = Province, territoire
filter-open-now = Ouvert maintenant
filter-always-open = Ouvert jour et nuit
filter-unknown-hours = { $count } de plus à l’horaire inconnu
filter-words-not-found =
    { $count ->
        [one] { $words } introuvable
       *[other] { $words } introuvables
    }
filter-word-not-found = « { $word } »
filter-words-cut = seuls les { $count } premiers mots comptent
filter-by-words = { $filters } (vos mots)
filter-languages-unstated = { $count } de plus aux langues non précisées
filter-language = Langue parlée
filter-audience = Pour qui
filter-no-police-report = Sans signalement à la police
filter-label-any = toutes
filter-any = peu importe
filter-yes = oui


## Search

now-label = Que se passe-t-il?
now-hint = écrivez, ou choisissez plus bas
now-hint-short = écrivez
now-steps = Aidez-moi pas à pas  cinq questions au plus; aucune réponse n’est gardée
now-steps-line = Aidez-moi pas à pas : cinq questions au plus; aucune réponse n’est gardée
now-steps-short = Aidez-moi pas à pas
now-steps-begin = Entrée pour commencer. Aucune réponse n’est gardée.
now-call = Appeler maintenant
now-call-canada = Appeler maintenant (« , » : choisissez votre province ou votre ville)
now-by-town = selon la ville
now-by-town-open = selon la ville : ouvrez pour voir qui répond où
now-by-town-line = { $kind } : selon la ville; ouvrez pour voir qui répond où
now-say-town = Chaque ville a son bureau : appuyez sur r et indiquez la vôtre, et le sien viendra en premier.
now-unsure-town = Aucune source ne dit quel bureau a votre ville : les plus proches viennent en premier.
now-needs = Ce qui se passe peut-être
call-row = { $kind } : { $number }, { $state }
call-row-doubtful = { $kind } : { $number }, { $state } (à confirmer d’abord)
call-row-reported = { $kind } : { $number }, { $state } (que vous avez signalé comme erroné)
steps-question = Question { $number } sur { $most } au plus
steps-no-digit = { $number } ne fait rien ici. Alt-{ $number } ouvre l’onglet { $number }.
steps-foot-short = Rien n’est gardé.
steps-foot = Aucune réponse n’est gardée. En danger, appelez en tout temps : { $number }.
steps-call = Appeler
steps-read = Lire
steps-else = Rien de cela : revenir à la question
search-label = Chercher :
search-hint = appuyez sur / et tapez
search-hint-short = touche /
found = { $count ->
    [0] aucun résultat
    [one] 1 résultat
   *[other] { $count } résultats
}
nothing-found = Aucun résultat pour « { $text } »
nothing-filters = Aucun résultat avec ces filtres
nothing-suggestions = Il y a des résultats sans :
nothing-advice = Essayez moins de lettres, un autre mot, ou le 211, qui connaît les services locaux.
nothing-life = Si une vie est peut-être en danger :
nothing-clear = f, puis c, retire tous les filtres.
nothing-without = { $what } ({ $count })
nothing-word = le mot « { $word } »
strip-note = Note : { $note }
found-because = ({ $why })
list-guide = guide
list-no-phone = sans numéro
list-see-card-short = fiche
list-website-short = site
list-website = site
strip-doubt = ? = { $text }
strip-via = ^ = par { $line }. { $text }
strip-passed-over = { $name } : { $number } noté hors service (v sur sa fiche)
strip-passed-over-short = { $number } : hors service
list-confirm-first = ? à confirmer
list-via = par { $service }
list-number-doubtful = { $number } (à confirmer)
list-see-card = fiche
search-reason-synonym = « { $typed } » → { $meaning }
search-reason-synonym-line = « { $typed } » : { $meaning }
search-reason-close = proche de « { $typed } » : { $found }
search-reason-english-name = nom anglais : { $name }
search-reason-french-name = nom français : { $name }
search-reason-phone = numéro de téléphone avec { $digits }
search-reason-interpreted = par interprète : { $language }
search-reason-language-unstated = langues non précisées, demandez : { $language }
search-reason-letters = les lettres de « { $typed } » dans le nom
search-reason-need = on dirait : { $need }
search-reason-need-guessed = peut-être : { $need }
search-filter-open-now = ouvert maintenant
search-filter-near = près de { $place }
search-need = On dirait : { $need }.
search-need-guessed = Peut-être : { $need }.
search-needs = On dirait : { $need }, ou : { $other }.
term-in-both = { $term } : en anglais, { $other }
search-unserved = Aucune ressource ne nomme { $place }; celles-ci servent toute la région ({ $region }).
search-km = { $km } km
search-filter-always-open = ouvert 24 h/24, 7 j/7


## Bookmarks

notice-said = { $text }
conflicts-title = { $count ->
    [one] Un outil de synchronisation a laissé une autre copie de votre liste à côté.
   *[other] Un outil de synchronisation a laissé { $count } autres copies de votre liste à côté.
}
conflicts-merge = Fusionner avec ma liste : rien n’est perdu
conflicts-later = Laisser pour plus tard
editor-note = Note sur { $name }
editor-note-again = Note sur { $name } (ajoutez-y, ou changez-la)
editor-labels = Étiquettes de { $name }
editor-wrong = Qu’est-ce qui est inexact dans la fiche de { $name }? (facultatif)
editor-first-words = Les premiers mots de la page
editor-first-words-advice = Quelques mots qui ne disent rien à personne d’autre. Pour plusieurs numéros : Anne / clinique / la nuit
editor-file-name = Le nom du fichier
editor-file-name-advice = Un nom qui ne dit rien du contenu. Le fichier va dans le dossier de havre; la page suivante dit comment l’emporter ailleurs.
editor-find = Trouver dans cette page
editor-find-advice = Une touche, ou quelques lettres d’un mot; Entrée mène à sa rangée.
editor-labels-advice = Des mots séparés par des virgules, comme : nuit, cri, de confiance.
editor-privacy = Sur le service, jamais sur une personne.
editor-meanwhile = Une autre fenêtre a écrit entre-temps : « { $text } ». Entrée de nouveau met votre texte à la place.
editor-warning = Ceci ressemble à des renseignements sur une personne : { $found }. havre ne devrait pas en garder. Entrée enregistre quand même.
# Where there is little room, with what was found; where there is still less, without.
editor-warning-short = { $found }? Entrée enregistre quand même.
editor-warning-shortest = Est-ce sur une personne? Entrée enregistre quand même.
called-title = Vous avez appelé { $name }
called-reached = joint, et la fiche est exacte
called-nothing = retirer ma marque
called-number = Numéro : { $numbers }
called-which = Quel numéro avez-vous appelé?
called-dead = { $number } (marqué hors service)
called-corrections-short = Erreurs : dans vos corrections
called-corrections = Ce qui ne va pas va dans vos corrections; rien ne quitte cet appareil.
own-title-new = Votre propre ressource
own-title-edit = Votre ressource
own-name = Nom
own-phones = Téléphones
own-category = Genre d’aide
own-chosen = { $row } : { $value }
own-not-chosen = Aucun choix ne s’appelle « { $text } ». Entrée montre les choix, Retour arrière efface les lettres.
own-changed-elsewhere = Une autre fenêtre a écrit ici : « { $text } ». Enregistrez de nouveau pour garder votre texte.
own-choose = à choisir (requis)
own-region = Région
own-place = Ville
own-languages = Langues
own-hours = Horaire
own-website = Site Web
own-description = Ce qu’elle offre
own-save = Enregistrer
notice-own-saved = Enregistré : { $name }
notice-own-removed = Retiré : { $name } (u la rétablit)
notice-not-own = Seules vos propres ressources peuvent être changées.
notice-note-saved = Note enregistrée : { $name }
notice-labels-saved = Étiquettes enregistrées : { $name }
notice-marked = Enregistré, merci : { $name }
notice-marked-dead = { $number } marqué hors service (u l’annule, C le transmet)
notice-marked-wrong = Enregistré dans vos corrections (C les montre) : { $name }
notice-mark-replaced = Enregistré : { $name }. Votre correction « { $what } » est remplacée (u la rétablit)
notice-unmarked = Votre marque est retirée.
notice-moved = Déplacé.
notice-changes-accepted = Les nouveautés sont gardées avec votre signet.
notice-no-labels = Aucun signet n’a d’étiquette : t en écrit une.
notice-nothing-to-undo = Il n’y a rien à annuler : seulement ce qui a changé depuis l’ouverture de havre peut l’être.
notice-nothing-to-redo = Il n’y a rien à refaire.
notice-undo-changed = Une autre fenêtre l’a modifié depuis. Il reste tel quel.
notice-undo-where = u annule dans les Signets et sur les fiches.
notice-undo-next = u de nouveau annule ceci : « { $what } »
undo-removed = Signet retiré : { $name }
undo-own-removed = Retirée : { $name }
undo-marked = J’ai appelé : { $name }
undo-unmarked = marque d’un appel retirée
undo-moved = signet déplacé
undo-changes-accepted = nouveautés gardées
notice-unsaved = Pas encore enregistré. Échap de nouveau quitte sans enregistrer.
notice-unsaved-tab = Pas encore enregistré. La même touche de nouveau quitte sans enregistrer.
notice-leave = Quitter havre? Ce qui est écrit n’est pas gardé.
notice-unknown-key = { $key } ne fait rien ici; F1 liste les touches.
notice-unknown-key-typing = { $key } ne fait rien ici; F1 liste les touches.
notice-no-commands = Ici, aucune commande ne s’écrit : q quitte, / cherche, F1 liste les touches.
notice-no-commands-typing = Pour quitter : Ctrl-C. F1 liste les touches.
notice-first-run = Choisissez d’abord où vous travaillez, puis Entrée pour commencer.
notice-undone = La dernière modification est annulée.
notice-no-bookmark = Retiré de vos signets : { $name }
notice-note-back = La note est comme avant : { $name }
notice-labels-back = Les étiquettes sont comme avant : { $name }
notice-own-undone = Retiré de votre liste : { $name }
notice-own-back = Comme avant : { $name }
notice-mark-back = Votre marque est comme avant.
notice-moved-back = Remis à sa place.
notice-changes-back = Ce que vous aviez gardé est de retour avec votre signet.
notice-back = De retour : { $name }
notice-gone = Cette ressource n’est plus dans le répertoire.
bookmarks-finding-date-of-birth = une date de naissance
bookmarks-finding-health-card = un numéro de carte d’assurance maladie
bookmarks-finding-file-number = un numéro de dossier
notice-bookmarked = Signet ajouté : { $name }
notice-removed = Signet retiré : { $name } (b le rétablit)
notice-changed-meanwhile = Ce qui est affiché vient de changer. Pour confirmer, appuyez de nouveau.
# What the store of the worker’s list has to say
bookmarks-own-renamed = Des ressources à vous avaient des identifiants réservés au répertoire. Elles en ont maintenant de nouveaux. L’ancien fichier est gardé : { $path }
bookmarks-rescued = Votre liste était endommagée. { $saved ->
    [0] Rien n’a pu y être lu
    [one] { $saved } élément a été sauvé
   *[other] { $saved } éléments ont été sauvés
}.{ $backup ->
    [0] {""}
    [one] {" "}{ $backup } élément vient de la copie de secours.
   *[other] {" "}{ $backup } éléments viennent de la copie de secours.
} Le fichier endommagé est gardé : { $path }
bookmarks-damaged = Votre liste est endommagée, et le fichier n’a pas pu être mis de côté ({ $trouble }). { $saved ->
    [0] Rien n’a pu y être lu
    [one] { $saved } élément a pu être lu et figure ici
   *[other] { $saved } éléments ont pu être lus et figurent ici
}. Rien n’a été écrasé.
bookmarks-newer = Une version plus récente de havre a écrit votre liste. Vous pouvez la lire ici, mais pas la changer : utilisez la version plus récente.
bookmarks-unreadable = Votre liste n’a pas pu être lue ({ $trouble }) : { $path }. Ce que vous ajoutez maintenant est gardé et y sera fusionné dès que possible.
bookmarks-conflicts = { $count ->
    [one] Une autre copie de votre liste a été trouvée, laissée
   *[other] { $count } autres copies de votre liste ont été trouvées, laissées
} par un outil de synchronisation.
bookmarks-conflicts-merged = { $count ->
    [one] { $count } copie a été fusionnée
   *[other] { $count } copies ont été fusionnées
} avec votre liste.
bookmarks-not-saved = Non enregistré : { $trouble }. C’est gardé en mémoire et sera enregistré avec votre prochaine modification.
bookmarks-not-saved-moved = Non enregistré : votre dossier a été déplacé ou remplacé. Fermez havre, rouvrez-le et refaites cette modification.
bookmarks-trouble-full = le disque est plein
bookmarks-trouble-denied = l’écriture n’y est pas permise
bookmarks-trouble-gone = le dossier a disparu
bookmarks-trouble-moved = votre dossier a été déplacé ou remplacé; pour enregistrer de nouveau, fermez havre et rouvrez-le
bookmarks-trouble-not-hers = le dossier ou le fichier appartient à un autre compte; choisissez un dossier à vous avec --data-dir
bookmarks-trouble-open = d’autres comptes peuvent écrire dans ce dossier; retirez-leur ce droit avec chmod go-w
bookmarks-trouble-sticky = d’autres comptes peuvent écrire dans ce dossier; choisissez un dossier à vous avec --data-dir
bookmarks-trouble-link = un lien symbolique d’un autre compte mène à votre liste; supprimez ce lien
bookmarks-trouble-link-elsewhere = c’est un lien symbolique vers autre chose qu’un fichier de havre, qui reste tel quel; supprimez ce lien, ou faites-le mener à un fichier de havre ou à un fichier vide
bookmarks-trouble-link-nowhere = c’est un lien symbolique, et rien ne se trouve où il mène; branchez ce disque, créez-y un fichier vide ou supprimez ce lien
bookmarks-trouble-no-locks = ce dossier ne peut pas être verrouillé, et deux sessions pourraient perdre leurs changements; gardez votre liste sur le disque de cet ordinateur
bookmarks-trouble-no-file = un dossier, un périphérique ou un tube est à sa place; supprimez-le
bookmarks-trouble-unread = ce compte n’a pas le droit de le lire
bookmarks-trouble-too-large = votre liste dépasserait 16 Mo
bookmarks-trouble-busy = une autre session utilise le fichier
bookmarks-trouble-unconfirmed = à la relecture, le fichier ne contient pas le changement
bookmarks-trouble-other = le disque ne répond pas comme il le devrait
bookmarks-wrong-number-dead = numéro hors service
bookmarks-wrong-hours-changed = horaire modifié
bookmarks-wrong-closed = fermé
bookmarks-wrong-other = autre chose ne va pas
bookmarks-tried-no-answer = sans réponse
bookmarks-tried-left-message = message laissé
bookmarks-empty = Aucun signet. La touche b, sur une ressource, la garde ici; a ajoute la vôtre, i prend une liste de l’équipe.
bookmarks-kept-aside = Rien ne peut s’afficher : votre liste n’a pas pu être lue. Son fichier est gardé tel quel; havre doctor dit où. Ce que vous ajoutez maintenant est gardé aussi.
lists-title = Listes
lists-of-team = De votre équipe, à lire
lists-team-item = { $name } : { $count ->
    [one] { $count } ressource
   *[other] { $count } ressources
  }
lists-as-files = En fichiers, pour une ou un collègue ou de sa part
lists-give = Donner cette liste
lists-give-about = Tous vos signets et vos propres fiches partent, avec notes et étiquettes. Ce que vous avez constaté en appelant reste ici.
lists-take = Prendre une liste ou un lot d’un fichier
lists-file = liste
lists-folder = Listes et lots dans { $folder }
lists-no-files = Aucune liste (.json) ni lot (.jsonl) dans { $folder } pour le moment.
lists-bring = Comment un fichier y arrive d’une clé USB
lists-bring-then = Branchez la clé, copiez le fichier d’une des façons ci-dessous, puis revenez (Échap) et choisissez de nouveau « Prendre une liste ou un lot d’un fichier ». y copie une ligne.
lists-bring-window = Dans la fenêtre des fichiers de l’ordinateur : copiez le fichier, faites Ctrl-L, tapez ce dossier, puis collez :
lists-bring-shell = Ou dans un terminal :
lists-bring-remote = Votre liste est sur l’ordinateur distant : le fichier doit y aller aussi. Copiez-le dans ce dossier avec scp ou sftp, ou demandez à qui tient cet ordinateur :
lists-nothing-to-give = Vous n’avez pas encore de signets : il n’y a rien à donner.
lists-not-read = La lecture a échoué : { $reason }. Votre liste est inchangée.
lists-newer = Un havre plus récent a écrit cette liste. Demandez-en une de votre version, ou mettez le vôtre à jour. Votre liste est inchangée.
lists-take-title = Ce qu’apporte { $name }
lists-take-it = La prendre dans votre liste
lists-take-about = Rien n’est encore pris. La modification la plus récente l’emporte, la vôtre ou la leur. On peut l’annuler ensuite.
lists-take-damaged = Le fichier est endommagé, { $place } : voici la partie qui a pu être lue.
lists-take-nothing = Le fichier est endommagé, { $place } : rien n’a pu en être lu.
lists-take-not-again = Ce que vous avez retiré reste retiré. Si vous venez de l’annuler, U le reprend.
lists-team-in-brief = De votre équipe : { $names } (i)
bookmarks-team = De votre équipe : { $name }
plain-team-in-brief = De votre équipe : { $names }; pour les voir, tapez listes
notice-list-taken = Prise dans votre liste : { $name } (u la retire)
undo-list-taken = Prise dans votre liste : { $name }
notice-list-back = Votre liste est comme avant { $name }.
pack-take-it = Prendre ce lot
pack-take-about = Rien n’est encore pris. Une fois pris, il vaudra aussitôt.
pack-take-shared = Plusieurs personnes partagent les lots de ce compte : il n’est donc pas pris ici. Ceci le prend pour toutes : { $command }
pack-take-changed = { $path } n’est plus tel qu’il a été montré. Regardez-le de nouveau.
pack-take-large = { $path } est trop gros pour être pris ici. Utilisez la commande havre packs add.
pack-changes-own = Vos signets
pack-changes-none = Aucun de vos signets ne change.
pack-change-new = { $name } : le répertoire l’a de nouveau.
pack-change-numbers = { $name } : le numéro était { $was }, maintenant { $now }.
pack-change-hours = { $name } : l’horaire était { $was }, maintenant { $now }.
pack-change-closed = { $name } : fermée ou retirée.
pack-change-gone = { $name } : le répertoire ne l’aura plus.
pack-refused = Pas pris : { $name }
pack-refused-about = Le répertoire est inchangé.
notice-pack-taken = Pris : { $name }. Il vaut dès maintenant. Pour le retirer : havre packs remove { $name }
notice-packs-renewed = Les lots du répertoire ont changé. Vous voyez maintenant les nouveaux.
notice-packs-later = Il y a de nouveaux lots pour le répertoire. Ils vaudront dès le prochain démarrage de havre; d’ici là, vous voyez les anciens.
notice-pack-refused = Pas pris : { $name }. { $reason }
team-about = Une liste de votre équipe, à lire seulement. signet (b) reprend une ressource, avec sa note.
team-gone = Cette ressource n’est plus dans le répertoire : le numéro peut être faux.
team-taken = parmi vos signets
team-from = De { $path }
team-unreadable = La liste de l’équipe { $path } n’a pas pu être lue : { $trouble }. Tout le reste fonctionne. Dites-le à la personne qui s’en occupe.
team-damaged = La liste de l’équipe { $path } a un défaut : { $place }. { $count ->
    [0] Rien n’en est montré.
    [one] Ce qui a pu en être lu est montré : { $count } élément.
   *[other] Ce qui a pu en être lu est montré : { $count } éléments.
  } Tout le reste fonctionne. Dites-le à la personne qui s’en occupe.
team-newer = Un havre plus récent a écrit la liste de l’équipe { $path } : elle est montrée dans la mesure où elle est comprise.
list-fault-line = ligne { $line }
list-fault-field = ligne { $line }, à { $field }
bookmarks-marked-reached = joint et exact
bookmarks-personal-data = Cela ressemble à { $finding }. Les notes portent sur le service, jamais sur une personne.
bookmarks-finding-social-insurance = un numéro d’assurance sociale
bookmarks-finding-phone = un numéro de téléphone qui n’est pas celui du service
bookmarks-finding-address = une adresse
bookmarks-finding-person = des mots qui décrivent quelqu’un
bookmarks-finding-email = une adresse de courriel personnelle
bookmarks-finding-handle = un nom de compte personnel
bookmarks-finding-plate = une plaque d’immatriculation
bookmarks-finding-document = un numéro de passeport, de permis ou de carte
bookmarks-own-name-missing = Donnez-lui un nom.
own-category-missing = Choisissez le genre d’aide.
own-languages-other = Autres langues : { $languages }.
bookmarks-own-no-way-to-reach = Donnez un numéro de téléphone ou un site Web.
bookmarks-own-phone-not-dialable = « { $text } » n’est pas un numéro canadien comme 902-555-0123.
bookmarks-own-phone-character = « { $text } » : « { $character } » ne fait pas partie d’un numéro de téléphone.
bookmarks-own-website-without-scheme = Un site Web commence par https:// ou http://
bookmarks-own-control-characters = Il s’y trouve des caractères impossibles à afficher. Tapez-le de nouveau.


## Settings and the first run

welcome-title = havre : qui appeler, et quoi dire, pour qui aide les victimes d’actes criminels.
welcome-nothing-kept = Il fonctionne sans réseau. Il ne garde rien sur les personnes que vous aidez.
welcome-keys = F1 aide, Échap recule, F9 couvre l’écran, Ctrl-X l’efface et quitte.
welcome-short = havre : qui appeler, quoi dire. Rien n’est gardé sur les personnes aidées.
welcome-keys-short = F1 aide, F9 couvrir, Ctrl-X quitter
welcome-region = Où travaillez-vous? Tapez une ville.
region-title = Votre ville, province ou territoire
region-title-office = { $kind } : tapez la ville
region-count = { $count ->
    [one] { $name } : { $count } ressource
   *[other] { $name } : { $count } ressources
}
region-count-canada = { $count ->
    [one] { $name } : { $count } ressource pour tout le pays
   *[other] { $name } : { $count } ressources pour tout le pays
}
region-advice = Avancez avec les flèches, ou tapez une ville, une province ou ses lettres.
region-typed = Tapé : { $text }
region-typed-nowhere = Tapé : { $text } (ni ville ni province)
notice-region-nowhere = Aucune ville ni province ne s’appelle « { $text } ».
notice-settings-not-saved = Vos réglages ne sont pas enregistrés : { $reason }. Ils valent jusqu’à ce que vous quittiez.
notice-settings-saved = Enregistré. { $name } : { $value }
notice-place-saved = Enregistré. { $name } : { $value } (u l’annule)
settings-title = Réglages
setting-language = Langue
setting-region = Lieu de travail
setting-theme = Aspect
setting-idle = Couvrir l’écran après
setting-idle-never = jamais
setting-idle-minutes = { $count ->
    [one] { $count } minute sans touche
   *[other] { $count } minutes sans touche
}
setting-first-tab = Première page
setting-uncover = Ce qui le découvre
uncover-enter = F9, Ctrl-K, Entrée
uncover-f9 = F9 ou Ctrl-K
uncover-f2 = F9, Ctrl-K, F2
uncover-f12 = F9, Ctrl-K, F12
setting-plain = Lignes numérotées, sans écran
setting-plain-yes = oui, dès le prochain démarrage
setting-plain-now = oui, cette fois-ci
setting-reader = Pour un lecteur d’écran ou une loupe
setting-no = non
theme-auto = automatique
theme-default = couleurs
theme-high-contrast = contraste élevé
theme-mono = sans couleurs


## Plain mode: lines instead of a screen

# Words that can be typed, with commas between them; the first is the one that help shows. A letter
# alone is the key that does the same on the screen.
plain-word-find = chercher, trouver
plain-word-filters = filtres, filtre, f
plain-word-clear-filters = sans filtres, sans filtre
plain-word-not-this = pas ça
plain-word-open = ouvrir, lire, suivre, lien
plain-word-back = retour, abandonner, sortir
plain-word-more = suite, plus
plain-word-again = encore, où, ici
plain-word-last = fin, dernier
plain-word-next = suivant, suivante
plain-word-previous = précédent, précédente
plain-word-steps = quoi faire, questions, et maintenant
plain-word-now = maintenant
plain-word-reporting = signaler, signalement
plain-word-victim-services = services aux victimes, victimes
plain-word-restorative-justice = justice réparatrice, justice
plain-word-directory = répertoire
plain-word-bookmarks = signets
plain-word-tabs = onglets, onglet
plain-word-bookmark = signet, b
plain-word-number = téléphone, numéro, copier, y
plain-word-spell = épeler, Y
plain-word-code = code, o
plain-word-sources = sources, source, s
plain-word-both = deux, les deux, B
plain-word-called = appelé, v
plain-word-hand-over = remettre, carte, c
plain-word-pick = choisir, m
plain-word-corrections = corrections, C
plain-word-lists = listes, équipe, i
plain-word-note = note, n
plain-word-labels = étiquettes, étiquette, t
plain-word-up = monter, K
plain-word-down = descendre, J
plain-word-own-add = ajouter, a
plain-word-own-edit = modifier, e
plain-word-own-remove = retirer, x
plain-word-undo = annuler, annule, u
plain-word-redo = refaire, refais, U
plain-word-settings = réglages
plain-word-region = région, province, r
plain-word-language = langue, L
plain-word-english = anglais, english
plain-word-french = français
plain-word-glossary = glossaire, termes
plain-word-help = aide, commandes
plain-word-clear = effacer
plain-word-bye = adieu
plain-word-quit = quitter, quitte, q
plain-word-save = enregistrer, oui
plain-word-all = tout, liste
plain-argument-number = NUMÉRO
plain-argument-words = MOTS
plain-help-numbers = Un numéro seul ouvre cet élément, suit ce lien, ou donne ce numéro ou cette adresse.
plain-help-find = chercher dans le répertoire et le guide; sans mots, toutes les ressources
plain-help-filters = filtres du répertoire; dans les signets, ceux d’une étiquette
plain-help-clear-filters = retirer tous les filtres
plain-help-not-this = chercher vos mots seuls, sans le besoin deviné
plain-help-open = comme le numéro seul
plain-help-back = un pas en arrière; ne quitte jamais
plain-help-more = la suite d’une longue liste ou d’un long texte (aussi Entrée seule)
plain-help-again = dire où vous êtes, et redire ce qui s’y trouve
plain-help-last = la fin de la liste ou du texte
plain-help-next = l’élément suivant de la liste d’où vous lisez
plain-help-previous = l’élément précédent
plain-help-steps = cinq questions au plus, puis qui appeler
plain-help-now = la première page : qui appeler maintenant
plain-help-reporting = l’onglet du guide pour signaler
plain-help-victim-services = l’onglet du guide sur les services aux victimes
plain-help-restorative-justice = l’onglet du guide sur la justice réparatrice
plain-help-directory = l’onglet du répertoire
plain-help-bookmarks = l’onglet de vos signets
plain-help-tabs = nommer les onglets, ou aller à l’un par son numéro
plain-help-bookmark = mettre cette ressource dans les signets, ou l’en retirer
plain-help-number = donner son numéro de téléphone seul sur une ligne
plain-help-spell = donner son numéro de téléphone chiffre par chiffre
plain-help-code = ce que contiendrait un code à balayer
plain-help-sources = d’où viennent les faits
plain-help-both = le sujet ou la fiche en français et en anglais
plain-help-called = dire ce qui s’est passé à votre appel
plain-help-hand-over = faire une page à remettre
plain-help-pick = marquer la ressource pour une page qui en réunit plusieurs
plain-help-corrections = ce que vous avez trouvé d’inexact, à transmettre
plain-help-lists = listes de votre équipe; en donner une, en prendre une
plain-help-note = une note sur le service, jamais sur une personne
plain-help-labels = étiquettes du signet
plain-help-up = monter le signet d’une place
plain-help-down = descendre le signet d’une place
plain-help-own-add = ajouter votre propre ressource
plain-help-own-edit = modifier votre propre ressource
plain-help-own-remove = retirer votre propre ressource
plain-help-undo = annuler votre dernière modification
plain-help-redo = refaire ce qui a été annulé
plain-help-settings = vos réglages, chacun à changer par son numéro
plain-help-region = votre ville, province ou territoire : son nom ou ses deux lettres, ou rien pour la liste
plain-help-language = English ou français, tout de suite
plain-help-english = parler anglais
plain-help-french = parler français
plain-help-glossary = les termes du sujet, ou tous, en français et en anglais
plain-help-help = ce que vous pouvez taper ici; aide tout pour tout, aide et un mot pour ce mot
plain-help-clear = faire défiler tout le texte hors de la fenêtre
plain-help-bye = faire défiler tout le texte hors de la fenêtre et quitter, tout de suite (aussi Ctrl-X et Entrée)
plain-help-quit = quitter (aussi Ctrl-D ou Ctrl-C)
plain-help-cover = En mode lignes, rien ne se couvre automatiquement. Si quelqu’un vient, tapez effacer ou adieu. L’historique de la fenêtre et celui de la synthèse vocale gardent ce qui a été dit : fermez la fenêtre pour vous en défaire.
plain-link = (lien { $number })
plain-bookmarked = dans vos signets
plain-reached = joint
plain-wrong = marqué inexact
plain-position = { $place } sur { $count }
plain-shown = { $first } à { $last } sur { $count }
plain-lines-left = { $count ->
    [one] Encore { $count } ligne : tapez suite
   *[other] Encore { $count } lignes : tapez suite
}
plain-tab = onglet { $number } : { $name }
plain-tab-open = onglet { $number } : { $name }, ouvert
plain-which = Lequel? Par exemple : { $word } 1
plain-which-with = Lequel? Par exemple : { $word } 1 { $text }
plain-no-item = Aucun élément { $number } dans cette liste.
plain-no-link = Aucun lien { $number } ici.
plain-no-tab = Aucun onglet { $number } : ils vont de 0 à { $last }.
plain-changed-meanwhile = Ce qui est ici vient de changer. Rien n’a été fait; voici ce qu’il en est.
plain-line-cut = Cette ligne était trop longue : la fin a été coupée.
plain-no-choice = Ici, aucun choix ne s’appelle « { $text } », ou plusieurs à la fois.
plain-unknown = « { $text } » n’est pas une commande. Pour de l’aide, tapez aide.
plain-no-more = C’est tout.
plain-nothing = Cette commande n’a aucun effet ici. Pour de l’aide, tapez aide.
plain-nothing-back = Vous êtes au début de cet onglet. Pour quitter, tapez quitter.
plain-removed = Signet retiré : { $name }. Pour le rétablir, tapez signet.
plain-marked-dead = { $number } marqué hors service (tapez corrections)
plain-marked-wrong = Enregistré dans vos corrections (tapez corrections) : { $name }
plain-mark-replaced = Enregistré : { $name }. Votre correction « { $what } » est remplacée. Pour la rétablir, tapez annuler.
plain-list-taken = Prise dans votre liste : { $name }. Pour la rendre, tapez annuler.
plain-own-removed = Retirée : { $name }. Pour la rétablir, tapez annuler.
plain-not-own = Ici, seules vos propres ressources peuvent être modifiées ou retirées. Pour retirer un signet, tapez signet.
plain-undo-next = annuler de nouveau annule ceci : « { $what } »
plain-say-town = Chaque ville a son bureau : écrivez « région » et la vôtre, et le sien viendra en premier.
plain-no-need = Aucun besoin n’a été deviné ici.
plain-kept-as-it-is = Il y a déjà des mots. Votre ligne ne change encore rien : tapez-la de nouveau pour les remplacer.
plain-like-a-command = « { $text } » est aussi une commande. Rien n’est encore enregistré : Entrée seule le garde comme texte, retour sort pour que vous puissiez taper la commande.
plain-begins-with-number = « { $text } » commence par un numéro, et rien n’est encore enregistré. Entrée seule le garde tel quel; une autre ligne le remplace, retour en sort.
plain-bookmarks-empty = Aucun signet. Sur une ressource, tapez signet pour la garder ici.
plain-label-empty = Aucun signet n’a cette étiquette maintenant. Pour les voir tous, tapez sans filtres.
plain-no-labels = Aucun signet n’a d’étiquette. Pour en écrire une, tapez étiquettes et le numéro d’un signet.
plain-nothing-clear = Pour retirer tous les filtres, tapez sans filtres.
plain-open-first = Ouvrez d’abord un élément : tapez son numéro.
plain-filters-where = Les filtres sont dans le répertoire : tapez répertoire, puis filtres.
plain-no-filters = Aucun filtre n’est actif.
plain-no-window = Il n’y a pas de fenêtre à effacer.
plain-unchanged = Rien n’a été changé.
plain-unsaved = Pas encore enregistré. Le même mot de nouveau quitte sans enregistrer.
plain-now = Maintenant : { $text }
plain-row-now = { $name }, maintenant { $value } :
plain-prompt-note = Note
plain-cut = Trop long. Gardé : { $text }
plain-code = Un code à balayer exige l’affichage à l’écran. Il contiendrait :
plain-form-save = Entrée seule enregistre. Un numéro change la ligne correspondante, abandonner quitte sans enregistrer.
plain-welcome-language = En français. For English, type : english
plain-hint-list = Tapez un numéro pour l’ouvrir, suite pour les suivants, chercher et des mots pour chercher, aide pour le reste.
plain-hint-need = Si ce n’est pas cela, tapez pas ça.
plain-hint-choose = Tapez un numéro ou un nom pour choisir, suite pour les suivants, retour pour sortir.
plain-hint-again = Tapez encore pour le relire.
plain-hint-links = Tapez le numéro d’un lien pour le suivre, retour pour revenir.
plain-hint-editor = Tapez une ligne. Entrée seule ne change rien, un trait d’union seul vide la ligne, retour en sort.
plain-hint-asked = Une autre ligne prend sa place, retour sort sans enregistrer.
plain-hint-wrong = Tapez ce qui ne va pas. Entrée seule enregistre sans commentaire, retour abandonne.
plain-hint-form = Une question par ligne. Entrée seule garde ce qui est là, un trait d’union seul le vide, retour mène à la question d’avant, abandonner quitte sans enregistrer.
plain-hint-row = Tapez son nom, ou liste pour tout voir.


## Command line: general

cli-plain = Des lignes numérotées au lieu d’un écran (aussi HAVRE_PLAIN=1)
cli-theme = L’aspect de l’écran : auto, default, high-contrast, mono
cli-theme-names = les thèmes sont auto, default, high-contrast et mono
cli-tab = L’onglet qui s’ouvre, de 0 à 5; sinon le 0, qui appeler maintenant
cli-tab-numbers = les onglets vont de 0 à 5
cli-reader = Pour un lecteur d’écran ou une loupe : aucun trait, une chose à la fois
cli-value-text = TEXTE
cli-value-file = FICHIER
cli-value-number = NOMBRE
cli-value-name = NOM
cli-value-place = LIEU
cli-worker = À qui est la liste, sur un compte partagé (aussi HAVRE_WORKER)
cli-worker-names = un nom a de 1 à 64 lettres, chiffres, traits d’union, soulignés ou points
cli-about =
    Les bons mots et le bon numéro pour qui aide les victimes d’actes criminels
    au Canada. Fonctionne sans réseau.
cli-after =
    Sans commande, l’écran s’ouvre.
    Danger immédiat : 911 (au Nunavut, le numéro de la GRC de la collectivité).
cli-usage = Utilisation :
cli-commands = Commandes :
cli-arguments = Arguments :
cli-options = Options :
cli-value-command = COMMANDE
cli-value-folder = DOSSIER
cli-value-format = FORMAT
cli-help = Afficher cette aide
cli-about-option = Ce qu’est havre, sa licence et les sources de ses données
cli-version = Afficher la version
cli-json = Afficher en JSON, pour les programmes
cli-lang = La langue : en ou fr
cli-lang-codes = en ou fr
cli-region = Lieu de travail : ville, province ou deux lettres (CA, tout le Canada)
cli-region-codes = une ville, ou au choix : CA, BC, AB, SK, MB, ON, QC, NB, NS, PE, NL, YT, NT, NU
cli-place-unknown = aucune ville ne s’appelle ainsi; on trouve : { $places }
cli-place-ambiguous = plusieurs villes s’appellent ainsi : { $places }
cli-data-dir = Garder tous vos fichiers dans ce dossier (aussi HAVRE_DATA_DIR)
usage-hint = Pour de l’aide : { $command } --help
usage-unknown-argument = { $argument } est inconnu ici.
usage-unknown-command = Il n’y a pas de commande « { $command } ».
usage-missing = Il manque quelque chose : { $argument }
usage-perhaps = Vouliez-vous dire : { $words }
usage-value-missing = Il faut une valeur pour { $argument }.
usage-value = { $argument } ne peut pas être « { $value } » ({ $reason }).
usage-choices = au choix : { $choices }
usage-conflict = { $argument } et { $other } ne vont pas ensemble.
usage-twice = { $argument } a été donné deux fois.
usage-other = Ces arguments sont incompréhensibles.
cli-failed = Cela n’a pas fonctionné : { $reason }

progress-check = Vérification : { $done } fichiers sur { $total }
progress-batch = Recherche : { $done } demandes traitées
progress-merge = Fusion des listes

## Command line: check

check-about = Vérifier que le répertoire et le guide respectent leurs règles
check-directory = Vérifier les fichiers de ce dossier plutôt que ceux du programme
check-coverage = Afficher quelle aide peut être appelée où, en tableau, et ce qui manque
check-directory-summary = { $contacts } ressources, { $phones } numéros
check-guide-summary = { $topics } sujets, { $regional } sujets régionaux, { $terms } termes
check-places-summary = { $places } lieux, { $areas } secteurs
check-needs-summary = { $needs } besoins
check-problems =
    { $count ->
        [one] un problème
       *[other] { $count } problèmes
    }
check-nothing = Il n’y a rien à vérifier dans { $folder }.
flaw-blank = il n’y a pas de mots ici
flaw-spaces = espace au début ou à la fin, ou deux de suite
flaw-forbidden = le caractère { $character } ne s’affiche pas dans tous les terminaux
flaw-french-space = espace fautive près d’un signe : « { $words } »
flaw-first-of-month = le premier du mois s’écrit « 1er » : { $words }
flaw-number-space = il faut une espace insécable entre un nombre et son unité : « { $words } »
fault-missing = ne doit pas être vide
fault-twice = y figure deux fois : { $value }
fault-slug = ne doit avoir que des minuscules, des chiffres et des traits d’union simples
fault-id-region = doit commencer par « { $start }- », la région
fault-id-taken = l’identifiant est déjà pris, à { $place }
fault-file-region = ce n’est pas la région du fichier, { $region }
fault-file-name = le fichier ne porte pas le nom d’une région (ns.json)
fault-phone = ce n’est pas un numéro qui se compose au Canada
fault-extension = ne doit avoir que des chiffres
fault-long-extension = plus de sept chiffres : peut-être un numéro à part
fault-email = ce n’est pas une adresse courriel
fault-address = ce n’est pas une adresse qui commence par https:// ou http://
fault-corrections-to = ni une seule adresse courriel ni une seule adresse web
fault-date = ce jour n’existe pas
fault-language = cette langue n’a pas de nom dans les messages
fault-shelter-address = l’adresse d’un refuge n’est jamais donnée
fault-hours-differ = ne se lit pas de la même façon en anglais et en français
fault-always-open = « toujours ouvert » et l’horaire ne s’accordent pas
fault-label-hours = répète l’horaire du numéro
fault-gloss = une glose à côté d’un nom déjà français
fault-english-word = un mot anglais dans le français : { $word }
fault-other-language = l’adresse d’une page dans l’autre langue
fault-year = cette année ne convient pas : { $year }
fault-language-count = ce nombre de langues est peu probable
fault-distance = cette distance en kilomètres est peu probable
fault-no-places = exige des lieux
fault-unknown-place = aucun lieu de ce nom n’est connu dans la région : { $place }
fault-source = cette source n’a ni adresse ni titre
fault-unreadable = illisible : { $reason }
fault-unknown-value = « { $name } » n’est aucun de : { $expected }
fault-unknown-field = il n’y a pas de champ « { $name } »
fault-missing-field = il manque le champ « { $name } »
fault-topic-twice = deux sujets ont cet identifiant
fault-other-topic = l’autre langue a un autre sujet à cet endroit
fault-other-count = { $here } ici, { $there } dans l’autre langue
fault-other-kind = ce n’est pas la sorte de point de l’autre langue
fault-other-confirm = une seule des langues dit de confirmer d’abord
fault-other-sources = les sources ne sont pas celles de l’autre langue
fault-other-links = les liens ne sont pas ceux de l’autre langue
fault-other-numbers = les numéros ne sont pas ceux de l’autre langue
fault-other-terms = les termes ne sont pas ceux de l’autre langue
fault-foreign-label = commence par un mot de l’autre langue : { $label }
fault-region-missing = aucun sujet pour { $region }
fault-no-region = ce n’est ni une province ni un territoire
fault-place-outside = hors de sa province ou de son territoire
fault-place-zone = ne peut avoir l’heure de { $zone }
fault-place-twice = aussi le nom d’un autre lieu
fault-area-empty = aucune ville
fault-area-place = aucun lieu « { $name } »
fault-contact-place = le nom « { $name } » est celui de { $count } lieux
fault-unused-note = aucun point ne nomme cette source : { $note }
fault-dead-link = ne mène nulle part : { $link }
fault-term-of-topic = mène au glossaire, mais un sujet en traite : faites le lien vers { $link }
fault-other-number = { $number } n’est pas un numéro de { $contact }
fault-unknown-number = aucune ressource n’a le { $number }, et aucune source ne l’accompagne
fault-no-callable = ne commence pas par une ressource de { $region } qu’on peut appeler
fault-other-label = « { $label } » mène ailleurs : { $link }
fault-bare-emergency = le 911 ne fonctionne pas partout : écrivez { $token }
fault-mood = une consigne à l’infinitif : { $word }
fault-wording = écrivez « { $right } »
fault-no-phrases = aucune phrase en « { $language } »
fault-nobody-to-call = personne à appeler dans cette région : { $region }
fault-open-later = un service ouvert jour et nuit doit venir en premier dans cette région : { $region }
fault-path-long = plus de { $most } questions avant une page finale
fault-path-unreachable = aucune réponse ne mène ici
fault-path-danger = la première réponse ne mène pas au numéro d’urgence
fault-path-child = le consentement est demandé pour un enfant
fault-path-authority = montre { $contact } à un adulte sans lui demander son accord
fault-path-911 = dit 911, que toutes les régions n’ont pas
check-pathways-summary = { $leaves } pages finales des questions

## Command line: schema

schema-about = Afficher le schéma JSON d’un format de fichier
schema-format = Le format : directory (le répertoire), pack (un lot) ou bookmarks (les signets)

## Command line: check --coverage (docs/coverage.md)

coverage-title = Quelle aide peut être appelée où
coverage-introduction = Combien de ressources du répertoire ont un numéro, selon le genre d’aide, pour tout le Canada (CA) et pour chaque province et territoire. `havre check --coverage` affiche cette page, et un test la compare au répertoire.
coverage-kind = Genre d’aide
coverage-victim-support = Soutien aux victimes
coverage-no-number = Sans numéro trouvé
coverage-cell-national = (CA)
coverage-cell-no-program = aucun
coverage-cell-gap = manque
coverage-national = Ce qui manque aux régions
coverage-national-alone = { $kind } : seulement des ressources pour tout le Canada ({ $regions }).
coverage-no-program = { $kind } : aucun programme ({ $regions }); le guide le dit, et qui appeler.
coverage-gap = { $kind } : personne à appeler ({ $regions }).
coverage-holes = Lacunes connues
coverage-hole-police-based = Aucun service aux victimes relevant de la police n’a été trouvé dans les territoires, à l’Île-du-Prince-Édouard ni à Terre-Neuve-et-Labrador.
coverage-hole-compensation = Aucun programme d’indemnisation n’a été trouvé à Terre-Neuve-et-Labrador.
coverage-hole-offices = Manquent : les numéros des bureaux des Services aux victimes du Nouveau-Brunswick et des lignes de crise de la plupart des maisons d’hébergement du Nouveau-Brunswick et de Terre-Neuve-et-Labrador.
coverage-hole-crown = Manquent : les lignes directes des bureaux de la Couronne.
coverage-hole-sex-work = Manquent : les numéros de SWAN, de Butterfly, de Maggie’s, de Stella, de Safe Harbour Outreach, de Peers et de WISH.
coverage-hole-cavac = Manquent : les numéros directs de la plupart des CAVAC régionaux du Québec; la ligne du réseau met en communication.
coverage-hole-shelters = Manquent : des lieux d’hébergement dans le Grand Sudbury et à Timmins, et les numéros directs de ceux de Brandon.
coverage-hole-audiences = Peu de services pour les hommes et pour les personnes sourdes ont été trouvés hors de quelques provinces.


## Command line: search

cli-now-about = Qui appeler maintenant : un numéro pour chaque sorte d’aide
cli-now-nothing = Les lots utilisés ne laissent aucune ressource à appeler. Pour voir lesquels : havre packs
cli-now-line = { $kind } : { $number }, { $state } ({ $name })
cli-now-line-town = { $kind } : selon la ville; essayez --region avec la vôtre ({ $name } : { $number }, { $state })
cli-now-line-unsure = { $kind } : { $number }, { $state } ({ $name }; demandez si votre ville en relève)
cli-now-line-doubtful = { $kind } : { $number }, { $state } ({ $name }; à confirmer d’abord)
cli-search-about = Trouver des ressources et des sujets du guide
cli-search-words = Ce que l’on cherche : noms, mots de tous les jours, lieux, chiffres d’un numéro; - les lit de l’entrée standard, où personne d’autre sur la machine ne les voit
cli-search-category = Seulement les ressources de cette catégorie (son identifiant, comme shelter)
cli-search-category-slugs = au choix : { $slugs }
cli-search-limit = Nombre de résultats à afficher
cli-search-limit-numbers = un nombre entier, 1 ou plus
cli-search-near = Chercher depuis cette ville, le plus près d’abord
cli-search-open-now = Seulement ce que l’on sait ouvert maintenant
cli-search-tsv = En valeurs séparées par des tabulations : id, genre, nom, numéro, région, et confirm pour un numéro à confirmer d’abord ou reported pour un numéro que vous avez signalé
cli-search-batch = Lire des lignes JSON (« query », et « region » si elle n’est pas celle de --region) et répondre à chacune par une ligne JSON
cli-value-words = MOTS
cli-value-slug = IDENTIFIANT
cli-search-contact = { $name } · { $phone } · { $region }  [{ $id }]
cli-search-topic = { $name } · guide  [{ $id }]
cli-search-no-phone = pas de numéro de téléphone
cli-search-more =
    { $count ->
        [one] … et un autre
       *[other] … et { $count } autres
    }
cli-search-nothing = Aucun résultat pour « { $words } ».
cli-search-without-words =
    { $hits ->
        [one] Sans « { $words } » : { $hits } résultat
       *[other] Sans « { $words } » : { $hits } résultats
    }
cli-search-without-filter =
    { $hits ->
        [one] Toutes catégories : { $hits } résultat
       *[other] Toutes catégories : { $hits } résultats
    }
cli-search-not-open =
    { $hits ->
        [one] Ouvert ou non : un résultat
       *[other] Ouvert ou non : { $hits } résultats
    }
cli-search-bad-line = La ligne { $line } n’est pas une recherche : { $reason }

## Command line: bookmarks

cli-bookmarks-about = Vos signets : lister, changer, fusionner, restaurer
cli-bookmarks-about-list = Lister vos signets dans votre ordre
cli-bookmarks-about-add = Ajouter une ressource aux signets
cli-bookmarks-about-remove = Retirer un signet, avec sa note et ses étiquettes
cli-bookmarks-about-note = Écrire une note sur un service; un texte vide la retire
cli-bookmarks-about-merge = Fusionner d’autres copies de votre liste; sans fichier, celles qu’un outil de synchronisation a laissées à côté
cli-bookmarks-about-export = Écrire vos signets, notes et ressources pour une ou un collègue; sans ce que vous avez trouvé en appelant
cli-bookmarks-about-import = Prendre les listes de collègues; dit d’abord ce qu’elles apportent
cli-bookmarks-about-restore = Revenir à l’une des dernières bonnes versions
cli-bookmarks-about-path = Dire où est le fichier
cli-bookmarks-about-schema = Afficher le schéma JSON du fichier
cli-bookmarks-about-wipe = Retirer de cet ordinateur votre liste, ses copies de secours, vos réglages et vos pages à remettre
cli-bookmarks-help-tsv = En valeurs séparées par des tabulations : id, nom, numéro, heures, note, et confirm pour un numéro à confirmer d’abord ou reported pour un numéro que vous avez signalé
cli-bookmarks-help-id = L’identifiant de la ressource, tel que `havre search` l’affiche
cli-bookmarks-help-text = La note, sur le service, jamais sur une personne; - le lit de l’entrée standard
cli-bookmarks-help-file = Une autre copie de la liste; - désigne l’entrée standard
cli-bookmarks-help-number = Quelle version, 1 étant la plus récente; sans elle, on vous le demande
cli-bookmarks-help-yes = Ne rien demander
cli-bookmarks-team = De votre équipe : { $name } ({ $path })
cli-bookmarks-none = Vous n’avez pas encore de signets.
cli-bookmarks-kept-aside = Votre liste n’a pas pu être lue : rien ne peut s’afficher. Son fichier est gardé tel quel; havre doctor dit où.
cli-bookmarks-line = { $name } · { $number } · { $hours }  [{ $id }]
cli-bookmarks-added = Ajouté aux signets : { $name }
cli-bookmarks-already = Déjà dans les signets : { $name }
cli-bookmarks-help-contact = Retirer votre contact lui-même, avec son signet
cli-bookmarks-not-own = Aucun de vos contacts n’a l’identifiant { $id }. Rien n’a changé.
cli-bookmarks-own-removed = Contact retiré : { $name }
cli-bookmarks-removed = Retiré : { $name }
cli-bookmarks-noted = Noté : { $name }
cli-bookmarks-note-too-long = Une note a au plus { $most } caractères. Rien n’a été modifié.
cli-bookmarks-unknown = Aucune ressource n’a l’identifiant { $id }.
cli-bookmarks-not-bookmarked = { $id } n’est pas dans les signets.
cli-bookmarks-note = note : { $text }
cli-bookmarks-labels = étiquettes : { $labels }
cli-bookmarks-brings-bookmark = Nouveau signet : { $name }, { $numbers }
cli-bookmarks-brings-removal = Signet retiré : { $name }
cli-bookmarks-brings-own = Nouvelle ressource à vous : { $name }, { $numbers }
cli-bookmarks-brings-own-removal = Ressource à vous retirée : { $name }
cli-bookmarks-brings-own-words = Ressource à vous, autres mots : { $name }
cli-bookmarks-brings-numbers = Autres numéros : { $name }, { $new } à la place de { $old }
cli-bookmarks-brings-note = Note sur { $name } : { $text }
cli-bookmarks-brings-no-note = Note retirée : { $name }
cli-bookmarks-brings-labels = Étiquettes de { $name } : { $labels }
cli-bookmarks-brings-mark = Marque sur { $name } : { $mark }
cli-bookmarks-brings-no-mark = Marque retirée : { $name }
cli-bookmarks-brings-directory = Le répertoire a { $numbers }, et ceux-là comptent.
cli-bookmarks-brings-not-again = Reste retiré : { $name }, { $numbers }. Vous l’avez retiré après son ajout là-bas.
cli-bookmarks-merge-not-again = Rien d’autre n’y est nouveau.
cli-bookmarks-merge-question = Fusionner ceci avec votre liste? Tapez oui pour continuer :
cli-bookmarks-merge-needs-yes = L’entrée standard est la liste et ne peut pas aussi répondre. Pour la fusionner, relancez la commande avec --yes.
cli-bookmarks-merged = Fusionné.
cli-bookmarks-merge-nothing = Rien n’y est nouveau.
cli-bookmarks-no-copies = Il n’y a pas d’autre copie à fusionner.
cli-bookmarks-merge-newer = { $path } a été écrit par une version plus récente de havre. Il n’a pas été fusionné.
cli-bookmarks-merge-damaged = { $path } est endommagé, { $place }. Ce qui a pu en être lu est fusionné.
cli-bookmarks-merge-empty = { $path } n’a rien à fusionner : il est endommagé, { $place }.
cli-bookmarks-no-backups = Il n’y a pas de version antérieure.
cli-bookmarks-backup = { $number } : { $count ->
    [one] { $count } signet
   *[other] { $count } signets
}, version remplacée le { $date } à { $time } UTC
cli-bookmarks-which-backup = Laquelle? (son numéro; Entrée pour aucune)
cli-bookmarks-no-such-backup = Il n’y a pas de version { $number }.
cli-bookmarks-restored = Restauré.
cli-bookmarks-nothing-done = Rien n’a été changé.
cli-bookmarks-wipe-question = Votre liste, ses copies de secours, vos réglages et les pages à remettre (dossier exchange) seront retirés de { $path }. Fermez d’abord les autres fenêtres de havre. Tapez oui pour continuer :
cli-bookmarks-yes = oui
cli-bookmarks-wiped = Retiré. Les copies qu’un outil de synchronisation a portées sur d’autres ordinateurs y sont encore.
cli-bookmarks-wipe-failed = { $path } n’a pas pu être retiré : { $trouble }
cli-bookmarks-save-failed = Non enregistré : { $trouble } : { $path }
corrections-about = Afficher ce que vous avez trouvé exact ou inexact, pour qui tient chaque répertoire
corrections-help-format = Le format : text, json, csv, hsds (relevé de changements) ou eml (un message à envoyer)
corrections-help-json = Comme --format json
corrections-help-pack = Seulement ce qui concerne ce lot; havre désigne le répertoire du programme
corrections-help-all-workers = De toute l’équipe de cet ordinateur, pour autant que vous puissiez lire les fichiers
corrections-none = Aucune ressource n’est marquée.
corrections-unread = { $path } a été laissé de côté : { $trouble }
corrections-damaged = { $path } est endommagé, { $place } : seul ce qui a pu être lu est ici.
corrections-newer = { $path } vient d’un havre plus récent : seul ce que celui-ci comprend est ici.
corrections-which-pack = Un message a un seul destinataire. Nommez-en un par --pack : { $packs }
corrections-no-pack = Rien de ceci ne concerne un répertoire : il n’y a pas de message à envoyer.
corrections-of-embedded = Corrections au répertoire de havre
corrections-of-pack = Corrections au lot { $pack } de { $publisher }, { $date }
corrections-of-gone = Ressources qu’aucun répertoire n’a plus
corrections-of-own = Vos propres ressources
corrections-to = À : { $address }
corrections-to-nobody = Aucune adresse n’est définie. Remettez-les à qui coordonne votre équipe.
corrections-to-publisher = Le lot n’indique aucune adresse. Demandez à { $publisher }.
corrections-to-own = Elles sont à vous : modifier (e) sur la ressource les change.
corrections-line = { $name } ({ $id }) : { $mark }, { $date }
corrections-numbers = Dans le répertoire : { $numbers }
corrections-workers = { $count } personnes de l’équipe
corrections-title = Ce que vous avez trouvé d’inexact
corrections-nothing = Rien pour l’instant. Sur une ressource, v note ce que vous avez constaté en appelant.
plain-corrections-nothing = Rien pour l’instant. Sur une ressource, tapez appelé pour noter ce que vous avez constaté.
corrections-item = { $name } : { $mark }, { $date }
corrections-words = « { $words } »
corrections-choose = Choisissez une des erreurs : x la retire.
corrections-as-text = En texte, en code ou en fichier
corrections-as-code = En code à balayer
corrections-nobody-named = Rien ici ne parle de vous ni d’une personne aidée. Rien ne quitte cet ordinateur sans vous.
corrections-file = corrections
cli-bookmarks-no-home = Ce compte n’a pas de dossier personnel. Nommez un dossier avec --data-dir.
cli-bookmarks-bad-folder = Le dossier donné avec --data-dir ne peut pas servir.
cli-bookmarks-worker-length = Le nom d’une intervenante ou d’un intervenant a de 1 à 64 caractères.
cli-bookmarks-worker-characters = Ce nom est fait de lettres, de chiffres, de traits d’union, de soulignés et de points.

## Packs

packs-about = Lister les lots qui complètent le répertoire, en ajouter ou en retirer un
packs-about-list = Lister les lots, dans l’ordre où ils s’appliquent au répertoire
packs-about-add = Ajouter un lot, ou un plus récent à la place de l’ancien
packs-about-remove = Retirer un lot ajouté ici
packs-about-show = Montrer un lot et les fiches qu’il remplace ou retire
packs-help-name = Le nom du lot
packs-help-file = Le lot; sa signature, s’il y en a une, à côté (FICHIER.minisig); - désigne l’entrée standard
packs-help-replace-emergency = Prendre aussi d’un lot non signé les numéros dont une vie peut dépendre (911, 988, lignes de crise); confirmez d’abord chacun
packs-help-take-away = Accepter un lot qui retire le quart du répertoire ou plus
packs-count = { $count ->
    [one] { $count } ressource
   *[other] { $count } ressources
}
packs-embedded = dans le programme
packs-own = ajouté ici
packs-of-host = pour tout le monde sur cet ordinateur
packs-signed = signé
packs-not-signed = non signé
packs-superseded = pas utilisé, car un lot plus récent porte son nom : { $path }
packs-added = Le lot { $name } est ajouté. Nouvelles ressources : { $added }. Remplacées : { $replaced }. Retirées : { $removed }.
packs-changes = Nouvelles ressources : { $added }. Remplacées : { $replaced }. Retirées : { $removed }.
packs-instead = à la place de celui du { $date }
packs-differences = Parmi toutes les ressources, nouvelles : { $new }. Autres numéros : { $numbers }. Autres heures : { $hours }. Fermées ou retirées : { $closed }. Disparues : { $gone }.
packs-bookmark-new = Votre signet { $name } ({ $id }) : le répertoire l’a de nouveau.
packs-bookmark-closed = Votre signet { $name } ({ $id }) : l’éditeur dit que c’est fermé, ou le retire.
packs-bookmark-gone = Votre signet { $name } ({ $id }) : le répertoire ne l’a plus.
packs-bookmark-numbers = Votre signet { $name } ({ $id }) : son numéro était { $was }, maintenant { $now }.
packs-bookmark-hours = Votre signet { $name } ({ $id }) : ses heures étaient { $was }, maintenant { $now }.
packs-other-numbers = { $name } ({ $id }) : son numéro était { $was }, maintenant { $now }.
packs-held = Pas pris : { $name } ({ $id }). Son numéro reste { $was }; le lot donne { $now }.
packs-held-gone = Pas retiré : { $id }. Son numéro reste { $was }.
packs-held-name = Pas pris : { $name } ({ $id }). Son nom reste { $kept } et son numéro, { $was }.
packs-held-why = Une vie peut dépendre de ces numéros, et le lot n’est pas signé. Si vous avez confirmé chacun : havre packs add FICHIER --replace-emergency
packs-held-file = FICHIER est { $path }
packs-cleaned = Ligne { $row }, { $name } ({ $fields }) : { $why }
packs-conflict-number = { $name } ({ $id }) : ses heures sont maintenant { $hours }, mais celles de son numéro { $number } sont encore { $other }. La fiche montre celles du numéro : si elles ont changé aussi, modifiez-les dans le champ « phones ».
packs-conflict-always = { $name } ({ $id }) : le champ « always_open » dit oui, mais ses heures sont { $hours }. Une recherche de 24 h/24, 7 j/7 la trouve : mettez-y non.
packs-conflict-not-always = { $name } ({ $id }) : ses heures sont { $hours }, mais le champ « always_open » dit non. Une recherche de 24 h/24, 7 j/7 ne la trouve pas : mettez-y oui.
packs-conflict-languages = { $name } ({ $id }) : ses heures sont { $hours } en français et { $other } en anglais. Ce sont les heures en anglais qui disent si c’est ouvert : modifiez les deux.
packs-hours-none = non précisées
packs-numbers-none = aucun
packs-removed = Le lot { $name } est retiré.
packs-left-of-host = Le lot { $name } du { $date }, commun à toute la machine, est maintenant utilisé. Seule son administration peut le supprimer.
packs-takes-much = Le lot { $name } retire { $count ->
    [one] { $count } ressource
   *[other] { $count } ressources
}. Parmi elles, des numéros dont une vie peut dépendre : { $vital }. Rien n’a été changé. Si c’est voulu : { $command }
packs-remove-embedded = Le répertoire { $name } fait partie du programme et reste là.
packs-remove-host = Le lot { $name } est pour tout le monde sur cet ordinateur : seul son administrateur peut le retirer.
packs-unknown = Il n’y a pas de lot { $name }. La liste : havre packs
packs-licence = Licence : { $licence }
packs-corrections-to = Les corrections vont à : { $address }
packs-corrections-unknown = Il ne dit pas où vont les corrections : demandez à qui le publie.
packs-replaces = Remplace { $id } ({ $name }) de { $pack }, vérifiée le { $date }
packs-takes-away = Retire { $id } ({ $name }) de { $pack }, vérifiée le { $date }
cli-standard-input = entrée standard
cli-waits-for-input = en attente de l’entrée standard : collez ou tapez le texte ici, puis faites Entrée et Ctrl-D. Ctrl-C arrête.
file-missing = ce fichier n’existe pas.
file-denied = ce compte n’a pas le droit de le lire.
file-folder = c’est un dossier.
file-none = ce n’est pas un fichier, mais un dossier, un périphérique ou un tube.
file-too-large = il dépasse la taille d’un tel fichier.
file-full = le disque est plein.
file-read-only = le disque est en lecture seule.
file-no-folder = un fichier est à la place de son dossier.
file-no-such-folder = ce dossier n’existe pas.
file-not-writable = ce compte ne peut pas y écrire.
file-of-another = { $path } appartient à un autre compte. Si vous savez pourquoi il s’y trouve, donnez-le à votre compte ou à root (chown).
file-open-to-others = d’autres comptes peuvent écrire dans { $path }. Pour leur retirer ce droit : chmod go-w { $path }
file-sticky = d’autres peuvent écrire dans { $path } : seul un fichier d’un nouveau nom y est écrit. Choisissez un autre nom, ou un dossier à vous.
file-foreign-link = { $path } est un lien créé par un autre compte. Supprimez-le.
file-link-elsewhere = { $path } est un lien vers autre chose qu’un fichier de havre. Supprimez-le.
file-link-nowhere = { $path } est un lien qui ne mène nulle part. Supprimez-le.
file-no-locks = { $path } ne peut pas être verrouillé. Gardez-le sur le disque de cet ordinateur.
pack-unreadable = Le lot { $path } est illisible : { $reason }
pack-distrusted = { $path } n’est pas utilisé comme lot : { $reason }
pack-unwritten = Le lot { $path } n’a pas pu être écrit : { $reason } Rien n’a été changé.
pack-unremoved = Le lot { $path } n’a pas pu être supprimé : { $reason }
pack-ahead = Le lot { $path } porte une date à venir, le { $date }. Il n’est pas utilisé, car il l’emporterait sur tout lot plus récent. Demandez-en un à la bonne date à qui le publie.
pack-date-unknown = L’horloge de cet ordinateur est fausse : impossible de vérifier que la date du lot est passée.
pack-foreign = { $path } n’est pas un lot de havre. Il ne change rien. Le répertoire d’un autre programme se prend avec : havre import { $path }
pack-newer-format = Le lot { $path } est d’un format plus récent ({ $version }) : installez un havre plus récent. Il ne change rien.
pack-damaged = Ce lot est endommagé et ne change rien. { $at }
pack-unsigned = Le lot { $path } n’est pas signé, et cet ordinateur n’accepte que des lots signés. Il ne change rien.
pack-untrusted = Le lot { $path } n’est signé par personne de confiance pour cet ordinateur, ou a été modifié après sa signature. Il ne change rien.
pack-keys = Aucun lot n’est utilisé : les clés de confiance de cet ordinateur sont illisibles dans { $path } : { $reason }
pack-changed = Le lot { $path } a changé pendant son utilisation. Redémarrez havre.
record-unreadable = Fiche illisible
record-unreadable-description = Le fichier de son lot a changé pendant que havre était ouvert. Redémarrez havre pour la lire.
pack-field = champ « { $field } »
pack-left-out = Le lot { $name } n’est plus lisible. Le répertoire est affiché sans lui : un numéro peut donc être ancien. { $why }
pack-older = Un lot { $name } plus récent, du { $date }, est déjà là. Pour revenir en arrière, retirez-le d’abord : havre packs remove { $name }
card-pack = Du lot { $pack } de { $publisher }, { $date }
card-pack-unsigned = Du lot { $pack } de { $publisher }, { $date }, non signé
card-replaces = À la place de la fiche de { $pack }, vérifiée le { $date }
card-replaces-embedded = À la place de la fiche du programme, vérifiée le { $date }
packs-would-add = Rien n’a été écrit. Le lot { $name } changerait ceci. Nouvelles ressources : { $added }. Remplacées : { $replaced }. Retirées : { $removed }.

## Directories that are imported

import-help-name = Le nom du lot que les fichiers deviennent
packs-import-name = --name se compose de minuscules, de chiffres et de traits d’union simples, 64 au plus; il n’est pas « havre » et ne commence pas par « own ».
packs-import-nameless = L’entrée standard n’a pas de nom à donner au lot. Donnez-en un : havre import --name NOM -
packs-import-licence = non précisée
packs-import-done = Le lot { $name } est écrit. Ressources : { $taken }. Fiches laissées de côté : { $dropped }. Fiches répétées, fusionnées : { $merged }.
packs-import-would = Rien n’a été écrit. Le lot { $name } serait écrit. Ressources : { $taken }. Fiches laissées de côté : { $dropped }. Fiches répétées, fusionnées : { $merged }.
packs-import-nothing = Rien ne peut en être pris. Fiches laissées de côté : { $dropped }. Rien n’a changé.
packs-import-nothing-new = Rien n’y est nouveau. Fiches laissées de côté : { $dropped }. Rien n’a changé.
packs-import-known = { $count ->
    [one] Une fiche dit la même chose que celle du programme : elle est laissée de côté, et celle du programme reste.
   *[other] { $count } fiches disent la même chose que celles du programme : elles sont laissées de côté, et celles du programme restent.
}
packs-import-takes-much = Le lot { $name } retire { $count ->
    [one] { $count } ressource
   *[other] { $count } ressources
}, une grande part de celles du programme. Rien n’a changé. Demandez à l’éditeur si elles sont fermées; si oui, demandez-lui un lot.
packs-import-alike = { $count ->
    [one] (et dans une autre ligne : { $last })
   *[other] (et dans { $count } autres lignes, la dernière étant { $last })
}
packs-import-more = … et { $count } de plus; --json les affiche.
packs-import-cut-off = Le fichier est coupé : il finit au milieu d’une fiche. Rien n’a changé. { $at }
packs-import-unexpected = Le fichier n’est pas du JSON de services. Rien n’a changé. { $at }
packs-import-too-large = Une fiche est trop grande pour en être une. Rien n’a changé. { $at }
packs-import-large = { $path } n’est pas pris : des tables de plus de { $limit } Mo ne tiennent pas en mémoire. Rien n’a changé. Demandez du JSON à l’éditeur : il peut avoir n’importe quelle taille.
zip-damaged = L’archive { $path } est endommagée : { $text }. Rien n’a changé.
zip-outside = L’archive { $path } n’est pas prise : le nom { $text } mène hors de son dossier. Rien n’a changé.
zip-packed = L’archive { $path } n’est pas prise : { $text } est chiffré ou compressé d’une façon inconnue. Décompressez-la et donnez le dossier.
zip-too-large = L’archive { $path } n’est pas prise : décompressée, elle est trop grande pour un répertoire. Rien n’a changé.
sheet-encoding = La table { $path } n’est pas en UTF-8 : des lettres seraient perdues. Enregistrez-la en « CSV UTF-8 ».
sheet-unclosed = La table n’est pas prise. { $at } : un guillemet qui ouvre une cellule n’est jamais fermé.
sheet-no-columns = La table { $path } n’est pas un lot : elle n’a pas de colonne « id ». Une table à modifier est écrite par : havre export --format pack-csv
sheet-column = La table { $path } a une colonne qu’aucune ressource n’a : « { $column } ». Une table à modifier est écrite par : havre export --format pack-csv
sheet-cell = La table n’est pas prise. { $at } : « { $text } » ne peut pas être dans la colonne « { $column } ».
progress-pack = Comparaison avec ce qui est là
progress-index = Préparation de la recherche
progress-import = Lecture : { $done } ressources
hsds-not-json = laissée de côté, car ce n’est pas du JSON : { $text }
hsds-no-service = laissée de côté, car ce n’est pas un service
hsds-no-name = laissée de côté, car elle n’a pas de nom
hsds-inactive = laissée de côté, car l’éditeur dit : { $text }
hsds-same-id = laissée de côté, car une fiche précédente a son identifiant
hsds-same-id-numbers = laissée de côté, car une fiche précédente a son identifiant; elle a : { $text }
hsds-number = numéro pas clair; gardé comme texte, jamais composé : { $text }
hsds-extension-zero = poste 0 laissé de côté : bien des éditeurs l’écrivent pour « aucun » : { $text }
hsds-extension-whose = on ne sait pas auquel des numéros appartient le poste; gardé en mots à côté de chacun : { $text }
hsds-extension-label = poste { $text }?
hsds-email = laissée de côté, ce n’est pas une adresse courriel : { $text }
hsds-address = ce n’est pas une adresse Web; gardé comme texte dans la description : { $text }
hsds-scheme = écrite sans « https:// », qui a été ajouté devant : { $text }
hidden-name = Service à une adresse confidentielle
hsds-confidential = adresse municipale laissée de côté, car elle doit rester inconnue
hsds-of-secret = adresse municipale laissée de côté, car elle est celle d’un service confidentiel
hsds-postal = omise, une adresse pour le courrier et non un lieu où aller : { $text }
hsds-label = les mots à côté d’un numéro sont longs et ont été coupés; le tout : { $text }
hsds-no-region = ne nomme aucune province ni aucun territoire; inscrite pour tout le Canada (ou utilisez --region)
hsds-region-town = ne nomme aucune province ni aucun territoire; inscrite dans cette région, où se trouve { $text } : { $region }
hsds-region-number = ne nomme aucune province ni aucun territoire; inscrite dans cette région d’après son numéro { $text } : { $region }
hsds-export-doubt = À confirmer d’abord : { $reasons }
hsds-hours = laissé de côté, heures illisibles : { $text }
hsds-language = langue que havre ne sait pas nommer; gardée comme texte : { $text }
hsds-page = { $all ->
    [one] une page sans le seul élément : il est dans un autre fichier
   *[other] une page de { $here ->
        [one] { $here } élément
       *[other] { $here } éléments
    } sur { $all } : les autres sont dans d’autres fichiers
}
hsds-page-with-more = { $here ->
    [one] une page de { $here } élément, bien qu’elle en annonce { $all } : il a été lu
   *[other] une page de { $here } éléments, bien qu’elle en annonce { $all } : tous ont été lus
}
hsds-alone = laissée de côté, car la table des services, des lieux ou des organismes manque
hsds-unjoined = laissée de côté, car elle n’appartient à aucun service de ces fichiers
hsds-unread = laissée de côté, havre ne lit pas cette table
hsds-no-directory = laissé de côté, JSON sans services
hsds-no-tables = rien dedans que havre lise : ni table de services (services.csv) ni JSON. Enregistrez un classeur en CSV
hsds-ragged = a plus ou moins de cellules que l’en-tête de sa table
hsds-unclosed = un guillemet n’est jamais fermé : lu jusqu’à la fin de la ligne; comparez avec l’original
hsds-guessed = il a fallu deviner ses lettres; vérifiez « { $text } »
hsds-too-long = laissée de côté : elle dépasse 4 Mo

## Command line: import

import-about = Ajouter aux vôtres des contacts d’autres programmes, ou un répertoire comme lot
import-help-file = Les fichiers à lire : vCard; CSV de Google, d’Outlook ou de havre; un lot ou sa table; HSDS, aussi un dossier ou une archive zip de ses tables; - désigne l’entrée standard
import-help-kind = Le format des fichiers; auto le reconnaît à leur contenu
import-help-dry-run = Dire ce qui serait ajouté, sans rien écrire
import-unreadable = { $path } ne peut être lu : { $trouble }
import-mixed = { $first } et { $other } ne sont pas de même sorte : des contacts à vous, un répertoire ou un lot. Rien n’a changé. Prenez une sorte à la fois.
import-remark = { $place } : { $why }
import-row = fiche { $row }
import-no-number = « { $text } » n’a ni numéro ni site Web : non ajouté.
import-many-without-number = { $file } : { $count } fiches ({ $names }, …) n’ont ni numéro ni site Web : non ajoutées.
import-wrong-format = ce n’est pas un fichier de contacts que havre peut lire. Exportez-le en vCard (.vcf) ou en CSV.
foreign-empty = le fichier est vide.
foreign-picture = le fichier semble être une image. havre n’en lit pas.
foreign-pdf = le fichier semble être un PDF. havre n’en lit pas : demandez les contacts en vCard (.vcf) ou en CSV.
foreign-office = le fichier semble être un classeur ou un document de bureautique. Enregistrez-le en CSV dans ce programme.
foreign-packed = le fichier semble être compressé. Décompressez-le et donnez ce qu’il contient.
foreign-program = le fichier semble être un programme.
foreign-page = le fichier semble être une page Web. havre n’en lit pas : demandez les contacts en vCard (.vcf) ou en CSV.
foreign-database = le fichier semble être une base de données. Exportez-en les contacts en vCard (.vcf) ou en CSV.
foreign-recording = le fichier semble être un enregistrement, son ou vidéo.
foreign-bytes = le fichier n’est pas du texte : il vient d’un autre programme, ou il est endommagé.
import-cut-off = le fichier est coupé ici. Ce qui précède a été lu; comparez-le avec l’original.
import-unclear-number = « { $text } » n’est pas clair comme numéro : gardé comme texte, jamais composé.
import-wrong-character = dans « { $text } », « { $character } » ne fait pas partie d’un numéro : gardé comme texte, jamais composé.
import-pager = « { $text } » est un téléavertisseur, auquel personne ne répond : gardé comme texte, jamais composé.
import-stray-number = « { $text } » ressemble à un numéro, mais on ne sait pas à quoi sert le champ : gardé comme texte, jamais composé.
import-nameless = la fiche n’a pas de nom; elle s’appelle « { $text } ».
import-guessed = il a fallu deviner ses lettres : veuillez vérifier « { $text } ».
import-private = « { $text } » n’est pas public, d’après le fichier : omis.
import-inactive = « { $text } » est fermé ou n’est plus en activité, d’après le fichier : non ajouté.
import-above-head = « { $text } » se trouve au-dessus des titres de colonne : non lu.
import-website = « { $text } » n’est pas une adresse qu’un navigateur ouvre : omis.
import-ragged = la ligne a plus de cellules qu’il n’y a de titres : « { $text } » est omis.
import-unclosed = un guillemet n’est jamais fermé dans la ligne de « { $text } » : lue jusqu’à sa fin. Comparez-la avec l’original.
import-headings = les titres n’ont pas à la fois une colonne de noms et une de numéros : { $text }. Nommez-les « Nom » et « Téléphone ».
import-unread = colonnes non lues : { $text }.
import-kept = « { $text } » n’a pas de champ à part ici : gardé dans la description.
import-email = « { $text } » n’est pas une adresse courriel : omis.
import-scheme = « https:// » a été ajouté devant « { $text } ».
import-told-address = l’adresse qui y figurait doit rester inconnue : elle est laissée de côté.
export-reported = { $name } : vous avez trouvé { $number } hors service.
import-field-name = nom
import-field-organization = organisme
import-field-description = description
import-field-title = titre
import-field-hours = heures
import-field-website = site Web
import-field-categories = catégories
import-field-phone = téléphone
import-field-email = courriel
import-differs = { $file }, fiche { $row } : « { $name } » ({ $numbers }) est déjà dans vos contacts, avec un autre contenu ({ $fields }) : { $id }, { $yours }. Le vôtre reste tel quel; --replace met celui du fichier à sa place.
import-differs-here = { $file }, fiche { $row } : « { $name } » ({ $numbers }) porte l’identifiant d’une autre fiche, avec un autre contenu. La fiche n’est pas ajoutée.
import-replaced = { $file }, fiche { $row } : « { $name } » ({ $numbers }) remplace le vôtre ({ $fields }) : { $id }, { $yours }.
import-would-replace = { $file }, fiche { $row } : « { $name } » ({ $numbers }) remplacerait le vôtre ({ $fields }) : { $id }, { $yours }.
import-other-province = { $file }, fiche { $row } : « { $name } » est classé sous { $region }, alors que { $number } est un numéro d’une autre province ({ $province }). Vérifiez laquelle est la bonne.
import-more-alike = { $count ->
    [one] … et { $count } autre du même genre.
   *[other] … et { $count } autres du même genre.
}
import-where = Retrouvez-les avec havre search NOM, et dans l’onglet Répertoire. havre bookmarks remove --contact ID en retire un.
import-help-replace = Mettre les contacts du fichier à la place des vôtres du même nom dont le contenu diffère
import-field-place = ville
import-field-languages = langues
import-directory-has = « { $name } » est aussi dans le répertoire : { $known } ({ $id }), { $numbers }.
import-directory-differs = « { $name } » a d’autres numéros dans le répertoire : { $known } ({ $id }), { $numbers }. Confirmez lesquels sont bons.
import-left-out = Omis exprès, car cela peut concerner une personne ou un lieu à taire : { $fields }.
import-left-out-photos = { $count ->
    [one] { $count } photo
   *[other] { $count } photos
}
import-left-out-personal = { $count ->
    [one] { $count } anniversaire ou proche
   *[other] { $count } anniversaires et proches
}
import-left-out-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
import-left-out-addresses = { $count ->
    [one] { $count } adresse (sa ville tout au plus est gardée)
   *[other] { $count } adresses (leurs villes tout au plus sont gardées)
}
import-taken = { $rows ->
    [one] { $rows } fiche lue
   *[other] { $rows } fiches lues
}, { $taken ->
    [one] { $taken } ajoutée
   *[other] { $taken } ajoutées
}, { $known } déjà là.
import-would-take = { $rows ->
    [one] { $rows } fiche lue
   *[other] { $rows } fiches lues
}, { $taken ->
    [one] { $taken } serait ajoutée
   *[other] { $taken } seraient ajoutées
}, { $known } déjà là. Rien n’a été écrit.


## Ligne de commande : export, et où vont les pages

export-about = Exporter des ressources vers d’autres programmes, ou comme répertoire
export-help-format = Le format : vcard; csv; hsds (JSON) ou hsds-csv (tables : un dossier, ou une archive zip); pack (pour havre), pack-csv (pour le modifier)
export-help-version = La version de vCard : 3.0 (téléphones) ou 4.0
export-help-separator = Entre les cellules du CSV, la virgule ou le point-virgule (Excel en français)
export-help-category = Seulement cette catégorie; --region : seulement cette région
export-own-left-out = { $count ->
    [one] Votre propre ressource est laissée de côté : un répertoire est pour tout le monde.
   *[other] Vos { $count } propres ressources sont laissées de côté : un répertoire est pour tout le monde.
}
selection-help-id = Les ressources, par leurs identifiants ou des mots de leurs noms ("entre guillemets")
selection-help-bookmarks = Tous vos signets
selection-unknown = Aucune ressource n’a l’identifiant { $id }.
selection-gone = { $name } ({ $id }) est laissée de côté : elle n’est plus dans le répertoire, et son numéro peut être faux.
selection-none = Cette ressource n’existe pas. havre search trouve les identifiants.
selection-unnamed = Nommez une ressource, par son identifiant ou des mots de son nom, ou ajoutez --bookmarks. havre search trouve les identifiants.
output-help-output = Écrire dans ce fichier, lisible par vous seulement
output-help-force = Remplacer un fichier qui existe
output-written = Écrit dans { $path }. Pour le supprimer : { $command }
output-exists = { $path } existe déjà et n’a pas changé. Choisissez un autre nom ou ajoutez --force.
output-failed = Impossible d’écrire { $path } : { $trouble }
card-about = Faire une carte à remettre (--lang both : dans les deux langues)
card-help-format = Le genre : text, sms, html (à imprimer) ou wallet (portefeuille)
card-help-discreet = Quelques mots et le numéro seulement : aucun nom, rien qui trahisse
card-help-words = Les mots devant le numéro d’une carte discrète
card-replaced-number = { $name } : { $why }. Confirmez-le d’abord.
card-no-number = { $name } n’a pas de numéro qui puisse se composer.
handout-title = Numéros
handout-discreet = Appeler
handout-discreet-emergency = Urgence
handout-discreet-health = Santé
handout-discreet-housing = Logement
handout-discreet-family = Famille
handout-discreet-forms = Papiers et formulaires
handout-discreet-information = Renseignements
handout-discreet-office = Bureau
handout-discreet-talk = Pour parler
handout-step = Prochaine étape : appeler ce numéro.
handout-step-website = Prochaine étape : ouvrir cette page.
handout-hours = Répond : { $hours }
handout-say = Vous pouvez dire : « On m’a donné ce numéro. Pouvez-vous m’aider? »
handout-languages = Langues : { $languages }
handout-name = Nom :
handout-kind-sms = Message texte (SMS)
handout-kind-text = Texte simple
handout-kind-html = Page à imprimer
handout-kind-wallet = Format portefeuille
handout-extent-sms = { $count ->
    [one] { $count } message de 160 caractères
   *[other] { $count } messages de 160 caractères
}
handout-extent-text = une demi-page par ressource
handout-extent-html = une feuille pour six ressources, grands numéros
handout-extent-wallet = quatre par feuille, à découper et plier une fois
handout-form-title = { $count ->
    [one] Une page à remettre : { $count } ressource
   *[other] Une page à remettre : { $count } ressources
}
handout-doubtful = { $name } : confirmez ce numéro avant de le donner; sa fiche dit pourquoi.
handout-reported = { $name } : vous avez trouvé son numéro hors service.
handout-missing = Pas sur la page : { $names }. { $count ->
    [one] Cette ressource n’est plus dans le répertoire : son numéro peut être faux.
   *[other] Ces ressources ne sont plus dans le répertoire : leurs numéros peuvent être faux.
  }
handout-nothing-asked = Rien n’est demandé sur la personne, et rien n’est gardé.
handout-whom = Ressources
handout-whom-one = celle-ci; m, dans une liste, en marque plusieurs
handout-whom-marked = marquées (m) : { $count }
handout-whom-bookmarks = tous les signets : { $count }
handout-whom-label = signets avec cette étiquette : { $count }
handout-spoken = Langue
handout-english = anglais
handout-french = français
handout-both = français et anglais
handout-how = Discrète
handout-discreet-yes = oui : vos premiers mots et le numéro, aucun nom
handout-discreet-no = non
handout-words-each = à quoi sert chacun : Pour parler, Logement…
handout-words = Premiers mots
handout-file = carte
handout-printed = Sur papier, les numéros sont grands. Le texte de la page :
handout-preview = À remettre : { $kind }
paper-write = L’écrire dans le fichier { $name }
paper-rename = Un autre nom
paper-written = Écrit : { $name }
paper-where = Le fichier est dans le dossier de havre, lisible par votre compte seulement. Tab choisit une des lignes ci-dessous, y la copie.
paper-for-colleague = Votre collègue la prend avec i dans les Signets.
paper-open = Pour l’ouvrir ou l’imprimer, tapez cette adresse dans un navigateur Web; Ctrl-P imprime :
paper-carry-window = Pour l’emporter sur une clé USB : dans la fenêtre des fichiers de l’ordinateur, faites Ctrl-L, tapez ce dossier, puis glissez le fichier sur la clé. Si un navigateur n’a pas le droit de le lire ici, ouvrez-le sur la clé.
paper-carry-shell = Ou dans un terminal, la clé étant branchée :
paper-host = ORDINATEUR
paper-fetch = Il est sur l’ordinateur distant. Dans un terminal du vôtre, ceci le rapporte (ORDINATEUR est le nom de l’autre); un navigateur Web l’ouvre et l’imprime :
paper-how-removed = Quand il ne sert plus, x le supprime; ou, dans un terminal :
paper-remove = Le supprimer maintenant
notice-file-written = Écrit : { $path }
notice-file-removed = Supprimé : { $name }
notice-file-not-removed = La suppression n’a pas réussi : { $reason }
notice-file-folder = Un fichier ne peut aller que dans { $folder } : tapez un nom sans « { $sign } ». La page suivante dit comment l’emporter ailleurs.
notice-file-sign = Le nom d’un fichier ne peut pas avoir « { $sign } » : seulement des lettres, des chiffres, des espaces, « - », « _ » et « . ».
notice-file-not-written = Le fichier n’est pas écrit : { $reason }
notice-picked = { $count ->
    [0] Rien n’est marqué.
   *[other] Marquées : { $count }. c en fait une page à remettre.
}
plain-picked = { $count ->
    [0] Rien n’est marqué.
   *[other] Marquées : { $count }. Tapez remettre pour en faire une page.
}


## Command line: show, guide and completions

show-about = Afficher la fiche d’une ressource
show-value = ID|NOM
show-help-id = L’identifiant de la ressource, ou des mots de son nom
show-none = Aucune ressource ne s’appelle « { $name } ». havre search trouve les ressources.
show-several = « { $name } » peut être { $count } ressources. Demandez-en une par son identifiant :
guide-about = Afficher le guide, ou un de ses onglets ou sujets
guide-value = ONGLET[#SUJET]
guide-help-topic = Quoi afficher (reporting, reporting#consent-first); sans rien, les titres
guide-unknown = Le guide n’a pas de « { $name } ». havre guide en liste les onglets et les sujets.
completions-about = Afficher un script qui fait compléter commandes et options par votre shell
completions-help-shell = Le shell : bash, zsh ou fish


## Command line: doctor

doctor-about = Dire ce qui va et ce qui ne va pas, pour qui aide avec cet ordinateur
doctor-mark-ok = ok
doctor-mark-note = -
doctor-mark-off = !
doctor-sum = { $count ->
    [0] Tout va bien.
    [one] { $count } chose ne va pas : elle est précédée d’un point d’exclamation.
   *[other] { $count } choses ne vont pas : elles sont précédées d’un point d’exclamation.
}
doctor-terminal = Terminal
doctor-terminal-none = aucun : l’entrée ou la sortie est un fichier ou un tube
doctor-terminal-unnamed = TERM n’est pas défini
doctor-terminal-ssh = { $term }, par SSH
doctor-terminal-plain = Il ne comprend pas les codes d’écran, donc havre parle en lignes numérotées. S’il les comprend en fait, donnez son nom à TERM, comme xterm-256color.
doctor-size = Taille
doctor-size-sides = { $width } colonnes, { $height } lignes
doctor-size-untold = Le terminal ne la dit pas. havre suppose 80 sur 24; stty cols 80 rows 24 la fixe.
doctor-size-small = Trop petit pour y travailler : au moins 30 colonnes et 8 lignes, mieux 80 et 24.
doctor-colours = Couleurs
doctor-colours-all = 16
doctor-colours-none = aucune ici
doctor-colours-unwanted = aucune : NO_COLOR le demande
doctor-locale = Langue du système
doctor-locale-none = aucune n’est définie
doctor-locale-ascii = Elle n’est pas en UTF-8, donc les accents manquent. Donnez à LANG une valeur qui l’est, comme fr_CA.UTF-8; par SSH, le serveur doit l’accepter (AcceptEnv LANG LC_*).
doctor-clipboard = Presse-papiers
doctor-clipboard-way = y envoie le numéro au terminal (OSC 52). havre ne peut pas savoir s’il l’accepte : essayez. Y le montre pour le sélectionner à la main.
doctor-clipboard-tmux = tmux le transmet avec : set -g set-clipboard on
doctor-clipboard-screen = screen ne le transmet peut-être pas.
doctor-multiplexer = Multiplexeur
doctor-multiplexer-history = Ctrl-X ne peut pas effacer ce qu’il garde des écrans passés.
doctor-language = Langue
doctor-language-set = { $name }, selon les réglages
doctor-language-preset = { $name }, selon --lang ou le système
doctor-folder = Fichiers
doctor-folder-later = { $path } (sera créé au premier démarrage)
doctor-folder-trouble = { $path } : { $trouble }
doctor-folder-open = D’autres comptes de cet ordinateur peuvent lire ce dossier. Pour le fermer : chmod 700 { $path }
doctor-folder-full = Bientôt, plus rien ne pourra être enregistré : faites de la place sur le disque.
doctor-folder-denied = Donnez ce dossier au compte qui utilise havre, ou nommez-en un autre avec --data-dir.
doctor-room = Disque
doctor-room-megabytes = { $number } Mo libres
doctor-room-gigabytes = { $number } Go libres
doctor-list = Signets
doctor-list-none = pas encore
doctor-list-good = { $count ->
    [one] { $count } élément
   *[other] { $count } éléments
}
doctor-list-damaged = endommagés; { $count ->
    [one] { $count } élément peut être lu
   *[other] { $count } éléments peuvent être lus
}
doctor-list-renamed = Des ressources à vous ont des identifiants réservés au répertoire : elles en reçoivent d’autres au prochain démarrage.
doctor-list-newer = Écrits par une version plus récente de havre : installez-la pour changer la liste.
doctor-list-rescue = Démarrez havre : il garde le fichier endommagé et sauve ce qui peut être lu. havre bookmarks restore revient à une version antérieure.
doctor-aside = Mis de côté
doctor-aside-count = { $count ->
    [one] { $count } copie de la liste
   *[other] { $count } copies de la liste
}
doctor-aside-read = Dans { $path } : { $names }. Les mots que vous avez retirés y sont effacés. Une copie endommagée est peut-être la seule d’un signet : ne la supprimez que si votre liste a tout ce qu’elle avait.
doctor-unreadable = illisible : { $trouble }
doctor-link-stays = D’ici là, rien n’y est lu ni modifié.
doctor-settings = Réglages
doctor-settings-none = pas encore
doctor-settings-good = lisibles
doctor-settings-damaged = endommagés
doctor-settings-again = Démarrez havre et choisissez de nouveau : une copie est gardée.
doctor-lock = Verrou
doctor-lock-free = libre
doctor-lock-held = tenu par une autre session depuis plus de deux secondes
doctor-lock-none = Rien ne peut y être enregistré. Mettez votre dossier sur le disque de cet ordinateur, ou nommez-en un autre avec --data-dir.
doctor-lock-close = Entre-temps, rien ne peut être enregistré. Fermez l’autre havre, ou terminez-le s’il ne répond plus.
doctor-directory = Répertoire
doctor-directory-age = { $count } ressources, la dernière vérifiée le { $date } ({ $days ->
    [0] aujourd’hui
    [one] hier
   *[other] il y a { $days } jours
})
doctor-packs = Lots
doctor-packs-none = aucun
doctor-packs-held = { $count ->
    [one] Un numéro dont une vie peut dépendre reste celui du programme. Pour le voir : havre packs
   *[other] { $count } numéros dont une vie peut dépendre restent ceux du programme. Pour les voir : havre packs
}
doctor-directory-old = Personne ne devrait plus s’y fier : installez une version plus récente de havre.
doctor-confinement = Confinement
doctor-confinement-whole = fichiers, programmes, réseau, appels système (Landlock { $version }, seccomp)
doctor-confinement-lacks = havre tient ses promesses quand même; ici, le système ne l’oblige pas à les tenir toutes. Parlez-en à qui entretient cet ordinateur.
clock-wrong = Votre horloge semble déréglée : elle retarde sur le répertoire de ce programme. Impossible de savoir ce qui est ouvert. Veuillez la régler.
doctor-clock = Horloge
doctor-confinement-broken = Le noyau affirme que le confinement est en vigueur, mais un dossier interdit a pu être ouvert. Veuillez le signaler.
lack-landlock = ce noyau n’a pas Landlock (Linux 5.13 ou plus récent l’a)
lack-landlock-off = Landlock est désactivé sur cet ordinateur
lack-calls = les appels système ne sont pas filtrés (seccomp)
lack-memory = d’autres programmes de ce compte pourraient lire sa mémoire
confinement-lacks = Ici, tout ne confine pas havre : { $lacks }. Il fonctionne quand même; havre doctor en dit plus.
## Command line: havre --about

about-licence = Logiciel libre sous la licence MIT, sans aucune garantie.
about-facts = Les faits sur les services sont dits en nos propres mots, d’après des sources publiques : chaque fiche nomme ses sources et le jour où elles ont été lues. C’est le personnel de la ressource, non havre, qui fait foi.
about-places = La carte des lieux est faite à partir de ces sources, dans les mots de leurs licences :

## Command line: the manual page

man-about = Afficher une page de manuel, à lire avec : havre man | man -l -
man-help-page = La page de cette commande; sans elle, celle de tout le programme
man-help-list = Les noms de toutes les pages
man-title = Manuel de havre
man-short = les bons mots et le bon numéro pour qui aide les victimes d’actes criminels
man-name = Nom
man-synopsis = Synopsis
man-description = Description
man-promises = havre ne garde rien sur une personne que l’on aide, n’ouvre aucune connexion et ne lance aucun programme. Il n’écrit que ses propres fichiers.
man-options = Options
man-commands = Commandes
man-keys = Touches
man-lines = Mots du mode en lignes (--plain)
man-files = Fichiers
man-file-bookmarks = Les signets, les notes sur les services et vos propres ressources.
man-file-settings = La langue, la région et l’aspect.
man-file-backups = Les dernières bonnes versions de la liste.
man-file-workers = La même chose pour chaque --worker d’un compte partagé.
man-file-host = Les clés que cet ordinateur accepte, si les lots doivent être signés.
man-file-host-packs = Les lots de toutes les personnes qui utilisent cet ordinateur.
man-environment = Environnement
man-environment-data-dir = Le dossier de tous vos fichiers; --data-dir l’emporte.
man-environment-worker = À qui est la liste, sur un compte partagé; --worker l’emporte.
man-environment-plain = Des lignes numérotées au lieu d’un écran, si c’est 1; un écran, quels que soient les réglages, si c’est 0.
man-environment-language = La langue; la première qui est définie décide. --lang et les réglages l’emportent.
man-environment-letters = Si les accents et les traits peuvent s’afficher : hors de l’UTF-8, tout s’écrit en ASCII.
man-environment-no-color = Aucune couleur, si elle est définie et non vide.
man-environment-term = Ce qu’est le terminal. Sans elle, ou si c’est dumb, havre parle en lignes numérotées.
man-environment-columns = La largeur de ces lignes dans un tube; 80 sans elle.
man-sources = Sources
man-see-also = Voir aussi
man-shared-options = havre(1) en dit plus sur les options de toutes les commandes : --lang, --region, --data-dir et --worker.
man-status = Code de sortie
man-status-done = Fait comme demandé.
man-status-nothing = Rien n’a été trouvé; pour havre doctor : quelque chose ne va pas.
man-status-usage = Les arguments sont incompréhensibles.
man-status-data = Les données lues sont endommagées ou enfreignent une règle.
man-status-write = Un fichier ou la sortie n’a pas pu s’écrire.
man-status-signal = Terminé par le signal n; 129 si le terminal a disparu.


## Errors and warnings

opening-slow = { $folder } ne répond pas encore; havre attend. Ctrl-C pour quitter.
opening-silent = { $folder } ne répond pas. Rien n’a été changé. Pour ouvrir havre sans vos fichiers : havre --data-dir /tmp/havre
panic = havre s’est arrêté à cause d’un défaut. Vos signets sont sur le disque.
settings-damaged = Vos réglages étaient endommagés : une copie est gardée, veuillez choisir de nouveau.
settings-unreadable = Vos réglages ne peuvent pas être lus : { $reason }
