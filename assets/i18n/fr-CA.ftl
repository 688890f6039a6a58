## Dates

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
category-sexual-assault = Aide en cas d'agression sexuelle
category-domestic-violence = Aide en cas de violence conjugale ou familiale
category-child-youth = Enfants et jeunes victimes
category-child-protection = Protection de l'enfance
category-restorative-justice = Programmes de justice réparatrice
category-counselling = Counseling et lignes d'écoute
category-shelter = Hébergement
category-legal-help = Aide juridique
category-immigration = Immigration
category-indigenous = Services autochtones
category-newcomers = Services aux nouveaux arrivants
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
serves-newcomers = nouveaux arrivants
serves-2slgbtq = personnes 2ELGBTQ+
serves-seniors = personnes aînées
serves-families = familles
serves-deaf = personnes sourdes
serves-sex-workers = travailleuses et travailleurs du sexe

## Languages that contacts speak (ISO 639-1)

language-en = anglais
language-fr = français
language-ar = arabe
language-cr = cri
language-es = espagnol
language-iu = inuktitut
language-oj = ojibwé
language-pa = pendjabi
language-tl = tagalog
language-ur = ourdou

## What answers at a number

phone-voice = téléphone
phone-text = texto
phone-tty = ATS
phone-fax = télécopieur


## The screen: tabs, headings, footer



## Keys and help



## The card



## Filters



## Search



## Bookmarks



## Settings and the first run



## Command line: general

help-about =
    Les bons mots et le bon numéro pour qui aide les victimes d'actes criminels
    au Canada. Fonctionne sans réseau.
help-after = Sans commande, l'écran s'ouvre. Danger immédiat : 911.
help-usage = Utilisation :
help-commands = Commandes :
help-arguments = Arguments :
help-options = Options :
help-value-command = COMMANDE
help-value-folder = DOSSIER
help-help = Afficher cette aide
help-version = Afficher la version
help-lang = La langue : en ou fr
help-lang-codes = en ou fr
help-region = Votre province ou territoire, en deux lettres (CA pour tout le Canada)
help-region-codes = l'un de CA, BC, AB, SK, MB, ON, QC, NB, NS, PE, NL, YT, NT, NU
help-data-dir = Garder tous vos fichiers dans ce dossier (aussi HAVRE_DATA_DIR)
usage-hint = Pour de l'aide : havre --help
usage-unknown-argument = { $argument } n'est pas connu ici.
usage-unknown-command = Il n'y a pas de commande « { $command } ».
usage-missing = Il manque quelque chose : { $argument }
usage-value-missing = Il faut une valeur pour { $argument }.
usage-value = { $argument } ne peut pas être « { $value } » : { $reason }
usage-conflict = { $argument } et { $other } ne vont pas ensemble.
usage-other = Ces arguments n'ont pas pu être compris.
cli-failed = Cela n'a pas fonctionné : { $reason }


## Command line: check

check-about = Vérifier que le répertoire et le guide respectent leurs règles
check-directory = Vérifier les fichiers de ce dossier plutôt que ceux du programme
check-directory-summary = { $contacts } contacts, { $phones } numéros
check-guide-summary = { $topics } sujets, { $regional } sujets régionaux, { $terms } termes
check-problems =
    { $count ->
        [one] un problème
       *[other] { $count } problèmes
    }
check-nothing = Il n'y a rien à vérifier dans { $folder }.
flaw-blank = il n'y a pas de mots ici
flaw-spaces = espace à un bout, ou deux de suite
flaw-forbidden = le caractère { $character } ne s'affiche pas dans tous les terminaux
flaw-french-space = l'espace d'un signe français : « { $words } »
fault-missing = ne doit pas être vide
fault-twice = y figure deux fois : { $value }
fault-slug = pas des minuscules, des chiffres et des traits d'union simples
fault-id-region = doit commencer par « { $start }- », la région
fault-id-taken = l'identifiant est déjà pris, à { $place }
fault-file-region = pas la région du fichier, { $region }
fault-file-name = le fichier ne porte pas le nom d'une région (ns.json)
fault-phone = pas un numéro qui se compose au Canada
fault-extension = pas seulement des chiffres
fault-email = pas une adresse courriel
fault-address = pas une adresse qui commence par https:// ou http://
fault-date = ce jour n'existe pas
fault-language = une langue sans nom dans les messages
fault-shelter-address = l'adresse d'un refuge n'est jamais donnée
fault-source = une source sans adresse ni titre
fault-unreadable = ne se lit pas : { $reason }
fault-topic-twice = deux sujets ont cet identifiant
fault-other-topic = l'autre langue a un autre sujet ici
fault-other-count = { $here } ici, { $there } dans l'autre langue
fault-other-kind = une autre sorte de point que dans l'autre langue
fault-other-confirm = une seule des langues dit de confirmer d'abord
fault-other-sources = pas autant de sources que dans l'autre langue
fault-other-links = d'autres liens que dans l'autre langue
fault-other-numbers = d'autres numéros que dans l'autre langue
fault-other-terms = d'autres termes que dans l'autre langue
fault-foreign-label = commence par un mot de l'autre langue : { $label }
fault-region-missing = aucun sujet pour { $region }
fault-no-region = ni une province ni un territoire
fault-unused-note = aucun point ne nomme cette source : { $note }
fault-dead-link = ne mène nulle part : { $link }
fault-other-number = { $number } n'est pas un numéro de { $contact }


## Command line: search



## Command line: bookmarks



## Errors and warnings

