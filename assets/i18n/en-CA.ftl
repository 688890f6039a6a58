## Dates

date = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## What contacts offer (the categories of assets/directory)

category-emergency = Emergency
category-police = Police
category-tip-line = Anonymous tip lines
category-trafficking = Anti-trafficking services
category-crown = Crown prosecution
category-victim-support-line = Victim support phone lines
category-police-based-vs = Police-based victim services
category-community-vs = Community-based victim services
category-court-support = Court support
category-offender-info = Information about the offender
category-compensation = Compensation and financial help
category-sexual-assault = Sexual assault services
category-domestic-violence = Domestic violence services
category-child-youth = Child and youth victims
category-child-protection = Child protection
category-restorative-justice = Restorative justice programs
category-counselling = Counselling and crisis lines
category-shelter = Shelter
category-legal-help = Legal help
category-immigration = Immigration
category-indigenous = Indigenous services
category-newcomers = Newcomer services
category-directory = Other directories

## Canada, its provinces and territories

region-ca = All of Canada
region-bc = British Columbia
region-ab = Alberta
region-sk = Saskatchewan
region-mb = Manitoba
region-on = Ontario
region-qc = Quebec
region-nb = New Brunswick
region-ns = Nova Scotia
region-pe = Prince Edward Island
region-nl = Newfoundland and Labrador
region-yt = Yukon
region-nt = Northwest Territories
region-nu = Nunavut

## Whom contacts serve

serves-all = everyone
serves-women = women
serves-men = men
serves-children = children
serves-youth = youth
serves-indigenous = Indigenous people
serves-newcomers = newcomers
serves-2slgbtq = 2SLGBTQ+ people
serves-seniors = seniors
serves-families = families
serves-deaf = Deaf people
serves-sex-workers = sex workers

## Languages that contacts speak (ISO 639-1)

language-en = English
language-fr = French
language-ar = Arabic
language-cr = Cree
language-es = Spanish
language-iu = Inuktitut
language-oj = Ojibwe
language-pa = Punjabi
language-tl = Tagalog
language-ur = Urdu

## What answers at a number

phone-voice = phone
phone-text = text
phone-tty = TTY
phone-fax = fax


## The screen: tabs, headings, footer



## Keys and help



## The card



## Filters



## Search



## Bookmarks



## Settings and the first run



## Command line: general

help-about =
    The right words and the right number for those who help victims of crime
    in Canada. Works without a network.
help-after = Without a command, the screen opens. Immediate danger: 911.
help-usage = Usage:
help-commands = Commands:
help-arguments = Arguments:
help-options = Options:
help-value-command = COMMAND
help-value-folder = FOLDER
help-help = Show this help
help-version = Show the version
help-lang = The language: en or fr
help-lang-codes = en or fr
help-region = Your province or territory, in two letters (CA for all of Canada)
help-region-codes = one of CA, BC, AB, SK, MB, ON, QC, NB, NS, PE, NL, YT, NT, NU
help-data-dir = Keep all of your files in this folder (also HAVRE_DATA_DIR)
usage-hint = For help: havre --help
usage-unknown-argument = { $argument } is not known here.
usage-unknown-command = There is no command "{ $command }".
usage-missing = Something is missing: { $argument }
usage-value-missing = { $argument } needs a value.
usage-value = { $argument } cannot be "{ $value }": { $reason }
usage-conflict = { $argument } and { $other } do not go together.
usage-other = These arguments could not be understood.
cli-failed = This did not work: { $reason }


## Command line: check

check-about = Check that the directory and the guide keep their rules
check-directory = Check the files in this folder instead of those in the program
check-directory-summary = { $contacts } contacts, { $phones } phones
check-guide-summary = { $topics } topics, { $regional } regional topics, { $terms } terms
check-problems =
    { $count ->
        [one] one problem
       *[other] { $count } problems
    }
check-nothing = There is nothing to check in { $folder }.
flaw-blank = there are no words here
flaw-spaces = white space at an end, or twice in a row
flaw-forbidden = the character { $character } does not show in every terminal
flaw-french-space = the space at a French sign: "{ $words }"
fault-missing = must not be empty
fault-twice = stands here twice: { $value }
fault-slug = not small letters, digits and single hyphens
fault-id-region = must start with "{ $start }-", the region
fault-id-taken = the id is taken already, at { $place }
fault-file-region = not the region of the file, { $region }
fault-file-name = the file is not named after a region (ns.json)
fault-phone = not a number that can be dialled in Canada
fault-extension = not digits alone
fault-email = not an e-mail address
fault-address = not an address that starts with https:// or http://
fault-date = no such day
fault-language = a language without a name in the messages
fault-shelter-address = a shelter's address is never given
fault-source = a source without an address or a title
fault-unreadable = cannot be read: { $reason }
fault-topic-twice = two topics have this id
fault-other-topic = the other language has another topic here
fault-other-count = { $here } here, { $there } in the other language
fault-other-kind = another kind of point than in the other language
fault-other-confirm = only one language says to confirm first
fault-other-sources = not as many sources as in the other language
fault-other-links = other links than in the other language
fault-other-numbers = other phone numbers than in the other language
fault-other-terms = other terms than in the other language
fault-foreign-label = opens with a word of the other language: { $label }
fault-region-missing = no topic for { $region }
fault-no-region = not a province or territory
fault-unused-note = no point names this source: { $note }
fault-dead-link = leads nowhere: { $link }
fault-other-number = { $number } is not a number of { $contact }


## Command line: search



## Command line: bookmarks



## Errors and warnings

