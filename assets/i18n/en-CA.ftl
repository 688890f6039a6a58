## Dates

date-unknown = (date unknown)
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

## Whether a line is open now

time-midnight = midnight
time-hour = { $hour }:00
time-minutes = { $hour }:{ $minute }
hours-reported = found out of service
hours-doubtful = open now? call to ask
hours-text-doubtful = open now? text to ask
hours-text-closed = closed now
hours-unknown = hours unknown
hours-always = OPEN 24/7
hours-open = OPEN until { $time }
hours-open-holiday = may be closed: holiday ({ $holiday })
hours-closed = closed, opens { $time }
hours-closed-holiday = closed, opens { $time }, but may be closed: holiday ({ $holiday })
hours-today = { $time }
hours-day = { $day } { $time }
hours-elsewhere = { $time } { $zone }
hours-elsewhere-here = { $time } { $zone } ({ $here } here)
state-emergency = emergency
state-unknown = hours unknown
state-always = 24/7
state-holiday = may be closed
state-until = until { $time }
state-until-day = open until { $day }
state-opens = opens { $time }
state-opens-day = opens { $day } { $time }
state-closed = closed
state-reported = out of service
state-reported-closed = found closed
state-short-reported = faulty
state-short-emergency = now
state-short-unknown = hours?
state-short-always = 24/7
state-short-holiday = open?
state-short-open = open
state-short-closed = closed
weekday-short-1 = Mon
weekday-short-2 = Tue
weekday-short-3 = Wed
weekday-short-4 = Thu
weekday-short-5 = Fri
weekday-short-6 = Sat
weekday-short-7 = Sun
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
zone-vancouver = Pacific time
zone-edmonton = Alberta time
zone-regina = Saskatchewan time
zone-winnipeg = Manitoba time
zone-toronto = Eastern time
zone-blanc-sablon = Lower North Shore time
zone-halifax = Atlantic time
zone-st-johns = Newfoundland time
zone-goose-bay = Labrador time
zone-whitehorse = Yukon time
zone-yellowknife = Northwest Territories time
zone-cambridge-bay = Cambridge Bay time
zone-rankin-inlet = Rankin Inlet time
zone-iqaluit = Iqaluit time
zone-atikokan = Eastern Standard Time
holiday-new-year = New Year’s Day
holiday-family = Family Day
holiday-louis-riel = Louis Riel Day
holiday-heritage-ns = Heritage Day
holiday-islander = Islander Day
holiday-heritage-yt = Heritage Day
holiday-saint-patrick = St. Patrick’s Day
holiday-good-friday = Good Friday
holiday-easter-monday = Easter Monday
holiday-saint-george = St. George’s Day
holiday-patriots = National Patriots’ Day
holiday-victoria = Victoria Day
holiday-indigenous-peoples = National Indigenous Peoples Day
holiday-discovery-nl = Discovery Day
holiday-quebec = Quebec’s National Holiday
holiday-memorial = Memorial Day and Canada Day
holiday-canada = Canada Day
holiday-nunavut = Nunavut Day
holiday-orangemen = Orangemen’s Day
holiday-british-columbia = British Columbia Day
holiday-new-brunswick = New Brunswick Day
holiday-saskatchewan = Saskatchewan Day
holiday-heritage-ab = Heritage Day
holiday-natal = Natal Day
holiday-terry-fox = Terry Fox Day
holiday-civic = Civic Holiday
holiday-discovery-yt = Discovery Day
holiday-labour = Labour Day
holiday-reconciliation = National Day for Truth and Reconciliation
holiday-thanksgiving = Thanksgiving
holiday-remembrance = Remembrance Day
holiday-christmas = Christmas
holiday-boxing-day = Boxing Day

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

# Codes: ISO 639-1, else ISO 639-3 (iso639-3.sil.org).
language-en = English
language-fr = French
language-am = Amharic
language-ar = Arabic
language-ase = American Sign Language (ASL)
language-atj = Atikamekw
language-bla = Blackfoot
language-bn = Bengali
language-bs = Bosnian
language-chp = Dene
language-cmn = Mandarin
language-cr = Cree
language-crg = Michif
language-cs = Czech
language-de = German
language-den = Slavey
language-dgr = Tłı̨chǫ
language-el = Greek
language-es = Spanish
language-fa = Persian
language-fcs = Quebec Sign Language (LSQ)
language-gu = Gujarati
language-gwi = Gwich’in
language-he = Hebrew
language-hi = Hindi
language-hr = Croatian
language-ht = Haitian Creole
language-hu = Hungarian
language-hy = Armenian
language-iks = Inuit Sign Language
language-ikt = Inuinnaqtun
language-it = Italian
language-iu = Inuktitut
language-ja = Japanese
language-kab = Kabyle
language-km = Khmer
language-ko = Korean
language-ksw = Karen
language-ku = Kurdish
language-ln = Lingala
language-mic = Mi’kmaw
language-ml = Malayalam
language-moe = Innu
language-moh = Mohawk
language-ne = Nepali
language-nl = Dutch
language-nsk = Naskapi
language-oj = Ojibwe
language-om = Oromo
language-pa = Punjabi
language-pl = Polish
language-pqm = Wolastoqey
language-prs = Dari
language-ps = Pashto
language-pt = Portuguese
language-rn = Kirundi
language-ro = Romanian
language-ru = Russian
language-rw = Kinyarwanda
language-si = Sinhala
language-so = Somali
language-sq = Albanian
language-sr = Serbian
language-sto = Stoney Nakoda
language-sw = Swahili
language-ta = Tamil
language-te = Telugu
language-th = Thai
language-ti = Tigrinya
language-tl = Tagalog
language-tr = Turkish
language-uk = Ukrainian
language-ur = Urdu
language-vi = Vietnamese
language-wo = Wolof
language-yi = Yiddish
language-yue = Cantonese
language-zh = Chinese

## What answers at a number

phone-voice = phone
phone-text = text
phone-tty = TTY
phone-fax = fax
phone-unclear = to be confirmed: it is not clear which number to dial
phone-type-cell = cell
phone-type-home = home
phone-type-work = work
phone-type-pager = pager

## What a source supports (the usual words of assets/directory)

supports-phone = phone
supports-phones = phones
supports-services = services
supports-name = name
supports-name-fr = French name
supports-french-name = French name
supports-hours = hours
supports-free = free of charge
supports-confidential = confidential
supports-url = website
supports-website = website
supports-description = description
supports-languages = languages
supports-area = area
supports-email = e-mail
supports-address = address
supports-text = text
supports-text-number = text number
supports-eligibility = eligibility
supports-role = role
supports-police = police
supports-chat = chat
supports-chat-hours = chat hours
supports-organization = organization
supports-serves = whom it serves
supports-who-it-serves = whom it serves
supports-24-7 = 24/7
supports-24-hours = 24 hours
supports-connects-callers-to-local-services = connects callers to local services
supports-finds-local-services = finds local services
supports-fax = fax
supports-tty = TTY
supports-police-report = police report
supports-police-report-needed = police report
supports-no-report-needed = no report needed
supports-no-police-report-needed = no police report needed
supports-ages = ages
supports-age = age
supports-coverage = coverage
supports-hotline-phone = hotline phone
supports-network-phone = network phone
supports-victim-support-line-phone = Victim Support Line phone
supports-victim-services-phone = victim services phone
supports-partners = partners
supports-name-change = change of name
supports-process = process
supports-after-hours-number = number after hours
supports-after-hours-schedule = schedule after hours
supports-older-line = older line
supports-unit-extension = extension of the unit
supports-referrals = referrals
supports-anonymous = anonymity
supports-anonymity = anonymity
supports-access = access
supports-operator = operator
supports-scope = scope
supports-mandate = mandate
supports-online = online
supports-territories = territories
supports-how-to-report = how to report
supports-bilingual = bilingual
supports-option = option
supports-approach = approach
supports-toll-free = toll-free
supports-what-is-covered = what is covered
supports-registration = registration
supports-interpretation = interpretation
supports-1-866-appelle = 1 866 APPELLE
supports-14-officers = 14 officers
supports-16--and-17-year-olds = 16- and 17-year-olds
supports-16-and-17 = 16 and 17
supports-17-centres--185-points-of-service = 17 centres, 185 points of service
supports-18- = 18+
supports-211 = 211
supports-211-access-to-edmonton-area-shelters = 211 access to Edmonton-area shelters
supports-24-7-anonymous-line = 24/7 anonymous line
supports-24-7-crisis-line = 24/7 crisis line
supports-24-7-crisis-response = 24/7 crisis response
supports-24-7-everywhere = 24/7 everywhere
supports-24-7-help = 24/7 help
supports-24-7-line = 24/7 line
supports-24-7-shelter = 24/7 shelter
supports-24-hour-crisis-line = 24-hour crisis line
supports-24-hour-line = 24-hour line
supports-24-hour-line-run-by-findhelp = 24-hour line run by Findhelp
supports-24-hour-service = 24-hour service
supports-24-hours-a-day--365-days = 24 hours a day, 365 days
supports-30-minutes = 30 minutes
supports-37-programs-and-how-they-cover-other-hospitals = 37 programs and how they cover other hospitals
supports-506-444-2777 = 506-444-2777
supports-902-892-0960 = 902-892-0960
supports-911 = 911
supports-a-24-hour-line-for-male-survivors-run-with-the-victim-support-line = a 24-hour line for male survivors run with the Victim Support Line
supports-a-provincial-navigation-line-exists = a provincial navigation line exists
supports-abitibi-t-miscamingue = Abitibi-Témiscamingue
supports-access-line = access line
supports-access-through-vcao-agencies = access through VCAO agencies
supports-activity = activity
supports-adults = adults
supports-adults-also-received = adults also received
supports-advice-before-reporting = advice before reporting
supports-after-hours-numbers = after-hours numbers
supports-age-group = age group
supports-all-genders = all genders
supports-all-regions-by-30-november-2026 = all regions by 30 November 2026
supports-always-someone-to-answer = always someone to answer
supports-amount = amount
supports-amount-of-past-earnings = amount of past earnings
supports-amounts-for-trafficking-survivors = amounts for trafficking survivors
supports-anonymous-calls = anonymous calls
supports-anonymous-line = anonymous line
supports-anonymous-reports = anonymous reports
supports-areas-of-law = areas of law
supports-asylum-claimants = asylum claimants
supports-bad-date-list = bad date list
supports-base-toll-free-number = base toll-free number
supports-beds = beds
supports-both-crisis-numbers = both crisis numbers
supports-both-houses-full = both houses full
supports-both-networks = both networks
supports-both-phones = both phones
supports-brave-yw = Brave YW
supports-by-and-for-sex-workers = by and for sex workers
supports-by-phone-or-in-writing = by phone or in writing
supports-call = call
supports-campbell-s-bay-phone = Campbell’s Bay phone
supports-cavac-phone = CAVAC phone
supports-cavac-presence = CAVAC presence
supports-centre = centre
supports-charge-decision = charge decision
supports-chat--text-and-web-exist = chat, text and web exist
supports-chat-and-text = chat and text
supports-chat-and-text-hours = chat and text hours
supports-child-abuse-line = child abuse line
supports-child-sex-trafficking = child sex trafficking
supports-choice-to-report = choice to report
supports-civil-line = civil line
supports-clientele = clientele
supports-clinic = clinic
supports-closing-in-2022 = closing in 2022
supports-collect-number = collect number
supports-community-non-profit = community non-profit
supports-complaints = complaints
supports-coordinator = coordinator
supports-corrections-may-tell-victims-about-custody-and-release = corrections may tell victims about custody and release
supports-counselling = counselling
supports-courage-centre-in-shediac = Courage Centre in Shediac
supports-court-help = court help
supports-court-support = court support
supports-courthouses = courthouses
supports-crisis-line = crisis line
supports-crisis-line-exists = crisis line exists
supports-day-or-night = day or night
supports-daycare = daycare
supports-decision-times = decision times
supports-delays = delays
supports-demand-and-waiting-lists = demand and waiting lists
supports-directory = directory
supports-division = division
supports-dogs = dogs
supports-domestic-violence-court-program = domestic violence court program
supports-drop-in = drop-in
supports-eleven-offices = eleven offices
supports-emergency-fund = emergency fund
supports-essential-expenses-for-trafficking-survivors = essential expenses for trafficking survivors
supports-events = events
supports-every-stage = every stage
supports-evidence-kept-six-months = evidence kept six months
supports-exit-program-partner = exit program partner
supports-exploitation = exploitation
supports-extension = extension
supports-family-line = family line
supports-fem-aide-line = Fem’aide line
supports-fields-of-law = fields of law
supports-fire = fire
supports-five-hospitals = five hospitals
supports-flood = flood
supports-four-hours = four hours
supports-free-call = free call
supports-free-consultation = free consultation
supports-free-legal-help = free legal help
supports-french-page = French page
supports-full = full
supports-funding = funding
supports-funding-at-risk = funding at risk
supports-funding-cut = funding cut
supports-funding-of-crisis-lines-until-march-2026 = funding of crisis lines until March 2026
supports-government-toll-free-number--with-another-extension- = government toll-free number (with another extension)
supports-guide = guide
supports-guide-for-survivors-and-parents = guide for survivors and parents
supports-guides = guides
supports-harm-reduction = harm reduction
supports-help-without-a-report = help without a report
supports-helpline = helpline
supports-history = history
supports-hospital-accompaniment-cut = hospital accompaniment cut
supports-hotline = hotline
supports-hotline-connects-to-local-services = hotline connects to local services
supports-hours-of-advice = hours of advice
supports-hours-of-referral = hours of referral
supports-hours-that-differ = hours that differ
supports-housing = housing
supports-housing-project = housing project
supports-how-to-reach-the-nurse = how to reach the nurse
supports-human-trafficking-team = human trafficking team
supports-income-limits = income limits
supports-information-in-many-languages = information in many languages
supports-intake = intake
supports-intake-hours = intake hours
supports-intake-phone = intake phone
supports-interpreters = interpreters
supports-intimate-partner-violence = intimate partner violence
supports-intimate-partner-violence-unit = intimate partner violence unit
supports-judicialized-or-not = judicialized or not
supports-labrador-office = Labrador office
supports-law = law
supports-learning-centre = learning centre
supports-legal-and-immigration-help = legal and immigration help
supports-legal-clinic = legal clinic
supports-legal-clinic-hours = legal clinic hours
supports-legal-workshops = legal workshops
supports-length-of-stay = length of stay
supports-liaison-workers = liaison workers
supports-line = line
supports-lines-open-24-7 = lines open 24/7
supports-list-of-programs = list of programs
supports-listed-for-newcomers = listed for newcomers
supports-listening-line = listening line
supports-live-hours = live hours
supports-locations = locations
supports-meeting-with-the-crown = meeting with the Crown
supports-membership = membership
supports-men-fleeing-violence = men fleeing violence
supports-mission = mission
supports-mobile-short-number = mobile short number
supports-multilingual = multilingual
supports-named-as-a-resource-for-victims = named as a resource for victims
supports-ncourage-hub = nCourage hub
supports-need-for-help-in-moncton = need for help in Moncton
supports-network = network
supports-new-house = new house
supports-new-name = new name
supports-new-name--october-2021 = new name, October 2021
supports-new-positions = new positions
supports-new-site = new site
supports-newer-page-sends-reports-to-1-833-900-1010 = newer page sends reports to 1-833-900-1010
supports-no-call-refused = no call refused
supports-no-charge-needed = no charge needed
supports-no-complaint-needed = no complaint needed
supports-no-crisis-number-shown = no crisis number shown
supports-no-house-yet = no house yet
supports-no-need-to-assist-authorities = no need to assist authorities
supports-no-police = no police
supports-no-referral = no referral
supports-no-waiting-period = no waiting period
supports-non-emergency = non-emergency
supports-non-residents = non-residents
supports-not-24-7 = not 24/7
supports-not-for-open-cases = not for open cases
supports-number-of-centres = number of centres
supports-number-of-organisations = number of organisations
supports-nunavut-team = Nunavut team
supports-nwt-back-up--local-prefix---1111 = NWT back-up: local prefix + 1111
supports-nwt-offices-in-yellowknife-and-inuvik = NWT offices in Yellowknife and Inuvik
supports-nwt-team = NWT team
supports-octip-phone = OCTIP phone
supports-office-hours = office hours
supports-office-phone = office phone
supports-offices = offices
supports-old-phone--not-used- = old phone (not used)
supports-older-office-phone = older office phone
supports-older-phone--older-length = older phone, older length
supports-on-call = on call
supports-one-shelter-in-niagara-falls = one shelter in Niagara Falls
supports-open = open
supports-open-to-all-women = open to all women
supports-open-work-permit-for-vulnerable-workers = open work permit for vulnerable workers
supports-other-centres = other centres
supports-other-cities = other cities
supports-outreach = outreach
supports-outreach-to-temporary-foreign-workers = outreach to temporary foreign workers
supports-over-capacity = over capacity
supports-partner-for-sex-workers = partner for sex workers
supports-permanent = permanent
supports-phone-613-546-1777 = phone 613-546-1777
supports-phone-for-an-event = phone for an event
supports-phone-for-trafficking-permits--older-federal-page- = phone for trafficking permits (older federal page)
supports-phone-hours-cut = phone hours cut
supports-phone-listening = phone listening
supports-phone-of-the-line = phone of the line
supports-phone-of-the-resource-centre = phone of the resource centre
supports-phone-of-the-victim-support-line = phone of the Victim Support Line
supports-phone-with-a-typing-error--one-digit-too-many- = phone with a typing error (one digit too many)
supports-phones-of-the-association = phones of the association
supports-place = place
supports-places = places
supports-places-for-people-fleeing-violence = places for people fleeing violence
supports-police-form = police form
supports-post-charge--pre-sentence = post-charge, pre-sentence
supports-principles = principles
supports-processes = processes
supports-program = program
supports-program-in-the-province = program in the province
supports-program-of-the-women-s-centre = program of the women’s centre
supports-programs = programs
supports-project = project
supports-province-wide = province-wide
supports-province-wide-expansion = province-wide expansion
supports-provincial-help-line = provincial help line
supports-provincial-shelter-line = provincial shelter line
supports-psychosocial-support--mobilis- = psychosocial support (Mobilis)
supports-purpose = purpose
supports-quebec-phone = Quebec phone
supports-quebec-wide = Quebec-wide
supports-reb-tir-link = Rebâtir link
supports-referral-rule = referral rule
supports-regina-phone = Regina phone
supports-region = region
supports-regional-leads = regional leads
supports-regional-toll-free = regional toll-free
supports-regions = regions
supports-revived = revived
supports-round-the-clock = round-the-clock
supports-routes-to-the-nearest-house = routes to the nearest house
supports-runs-l--clipse--phone = runs L’Éclipse, phone
supports-rural-program = rural program
supports-safe-house = safe house
supports-safe-house-and-transitional-house = safe house and transitional house
supports-saskatchewan-phone = Saskatchewan phone
supports-search = search
supports-second-stage-house = second-stage house
supports-second-stage-housing = second-stage housing
supports-self-referral = self-referral
supports-serious-crime = serious crime
supports-services-to-victims = services to victims
supports-services-under-one-roof = services under one roof
supports-sex-trafficking-counted-as-harm = sex trafficking counted as harm
supports-sexual-assault-first-contact = sexual assault first contact
supports-sexual-trauma-support = sexual trauma support
supports-shelter = shelter
supports-shortage = shortage
supports-since-1983 = since 1983
supports-since-1991 = since 1991
supports-since-2022 = since 2022
supports-soft-interview-room = soft interview room
supports-specialized-courts = specialized courts
supports-squad = squad
supports-staff = staff
supports-start-of-the-lines = start of the lines
supports-still-active = still active
supports-still-full--second-house-planned = still full, second house planned
supports-still-running = still running
supports-still-used-after-2018 = still used after 2018
supports-storage-of-evidence = storage of evidence
supports-support-line = support line
supports-support-regardless-of-charges = support regardless of charges
supports-tasks = tasks
supports-team = team
supports-team-name = team name
supports-territory = territory
supports-text-and-chat = text and chat
supports-text-line = text line
supports-the-centre-s-phones = the centre’s phones
supports-the-line-reaches-the-nearest-house = the line reaches the nearest house
supports-threats-to-call-authorities = threats to call authorities
supports-three-centres-for-men = three centres for men
supports-three-phones = three phones
supports-three-years = three years
supports-thunder-bay-district = Thunder Bay district
supports-toll-free-number = toll-free number
supports-toll-free-number-of-the-former-family-violence-prevention-unit = toll-free number of the former Family Violence Prevention Unit
supports-toronto-phone = Toronto phone
supports-towns-served = towns served
supports-trafficking = trafficking
supports-trafficking-house = trafficking house
supports-trafficking-housing = trafficking housing
supports-trafficking-is-a-ground = trafficking is a ground
supports-trafficking-navigator = trafficking navigator
supports-trafficking-program = trafficking program
supports-trafficking-services = trafficking services
supports-trafficking-support = trafficking support
supports-two-centres = two centres
supports-two-hour-advice = two-hour advice
supports-two-shelters = two shelters
supports-unit = unit
supports-up-to-18 = up to 18
supports-victimlinkbc-phone = VictimLinkBC phone
supports-victims--booklets = victims’ booklets
supports-victims--pages = victims’ pages
supports-victims-should-not-use-it-to-report = victims should not use it to report
supports-voluntary = voluntary
supports-vqrp = VQRP
supports-vqrp- = VQRP+
supports-wait = wait
supports-walk-in = walk-in
supports-walk-in-clinic = walk-in clinic
supports-web-form = web form
supports-what = what
supports-what-consular-staff-can-do = what consular staff can do
supports-what-happens = what happens
supports-what-transition-houses-offer = what transition houses offer
supports-whatsapp = WhatsApp
supports-whatsapp-number = WhatsApp number
supports-when-to-call = when to call
supports-who = who
supports-who-calls = who calls
supports-who-delivers = who delivers
supports-who-is-informed = who is informed
supports-who-is-served = who is served
supports-who-may-take-the-report = who may take the report
supports-whom-it-serves = whom it serves
supports-whom-to-contact-about-a-case = whom to contact about a case
supports-women-only = women only
supports-work-to-reopen = work to reopen
supports-work-with-trafficking-unit = work with trafficking unit
supports-worker-at-the-police = worker at the police
supports-workload = workload
supports-youth-rights = youth rights


## The screen: tabs, headings, footer

tab-now = Now
tab-reporting = Reporting
tab-victim-services = Victim services
tab-restorative-justice = Restorative justice
tab-directory = Directory
tab-bookmarks = Bookmarks
# The short names stand where the whole ones do not fit on the tab line.
tab-now-short = Now
tab-reporting-short = Reporting
tab-victim-services-short = Services
tab-restorative-justice-short = Restorative
tab-directory-short = Directory
tab-bookmarks-short = Bookmarks
danger = Immediate danger: { $number }
danger-number-911 = call { $number }
# Where 911 does not answer everywhere.
danger-number-911-doubt = call { $number }; no answer: the local police number
danger-may-fail = 911, or local police
danger-number-nu = RCMP 867 + first 3 local digits + 1111
danger-number-nu-town = RCMP { $town } { $number }
danger-only-nu = RCMP, in { $town } only
# For all of Canada.
danger-canada = call { $number } (Nunavut: RCMP, local prefix + 1111)
# The same where there is room.
danger-whole-nu = RCMP 867, the first 3 digits of local numbers, then 1111
danger-whole-canada = call { $number } (Nunavut: RCMP, the first 3 digits of local numbers, then 1111)
# Where there is little room.
danger-brief-911 = Danger { $number }
danger-brief-911-doubt = Danger { $number } / police
danger-brief-nu = RCMP 867-xxx-1111
danger-brief-nu-town = RCMP { $number }
# Within a sentence of the guide, behind "call".
danger-call-911 = { $number }
danger-call-nu = the community’s RCMP (the first 3 digits of local numbers, then 1111; Iqaluit { $number })
language-own-name = English
label-end = :
rows-shown = { $first }–{ $last } of { $count }
rows-below = { $count } more below
# A town, then its province or territory.
head-place = { $town }, { $region }
# The head for a screen reader.
head-spoken = { $danger }. { $place }. Page { $tab }, { $name }.
head-spoken-first = { $danger }. { $place }.
reader-list = List: { $place } of { $count }
reader-warning = Warning: { $text }
too-small = This window is too small. havre needs { $width } columns and { $height } rows.
consent-line = Ask first: call only if they agree (except in danger, or for a child).
consent-child = To protect a child no consent is needed. A suspicion is enough.
confirm-first = Confirm first: { $reasons }.
doubt-replaced-number = number of the pack { $pack }, in place of { $was }
doubt-stand-in = another service’s line
doubt-pilot-ended = a project or its money may have ended
doubt-pilot-ended-in = the project or its money was to end in { $year }
doubt-sources-disagree = sources disagree
doubt-old-source = old or undated source
doubt-old-source-of = source of { $year }
doubt-undated = not said when it was checked
doubt-third-party = from a list made by others
doubt-single-source = one source
doubt-unspecified = the sources leave a doubt
doubt-checked-long-ago = checked over a year ago
confirm-first-mark = (confirm first)
sources-title = Sources: { $name }
sources-practice = Practice advice written for this guide.
notice-paste-ignored = Pasted text is ignored here. To paste, go to a field first.
notice-paste-long = The pasted text has { $count } lines: nothing of it was taken or kept. Say in one sentence what is happening.
files-not-read-yet = Your files do not answer yet. You can go on; the list comes once they do.
files-unanswered = Not saved yet: your files do not answer. You can go on; you are told once it is saved.
notice-quit-undone = If you leave now, this is not done: { $rest }. To leave all the same, do it again.
plain-quit-undone = If you leave now, this is not done: { $rest }. To leave all the same, say it again.
plain-left-undone = Not done: { $rest }.
undone-changes = saving your change to { $names }
undone-merge = merging the copies of your list
undone-file = writing the file { $name }
undone-removal = removing the file { $name }
undone-settings = saving your settings
undone-pack = taking the pack { $name }
notice-copied-reported = Careful: you found { $text } out of service. It was still sent to your terminal’s clipboard.
notice-copied = Sent to your terminal’s clipboard: { $text } (cleared in a minute, if possible)
notice-copied-of-another = Sent to your terminal’s clipboard: { $text } (cleared in a minute, if possible). Another service’s line: { $line }
notice-copied-page = Sent to your terminal’s clipboard: the text of this page (cleared in a minute, if possible)
notice-no-number = No phone number found.
notice-no-contact = Choose a contact first.
notice-no-bookmarks = You have no bookmarks yet: b on a contact, in the Directory (4), adds one.
notice-none-here = There is no contact here.
notice-no-terms = This page has none: these are all the words that are explained.
notice-no-sources = There are no sources here.
notice-no-both = Choose a topic or a contact first.
notice-cut = Too long: the end was left out.
notice-nothing-back-now = You are at the start. To quit, press Ctrl-C.
notice-not-found = Not on the page: searched everywhere.
notice-nothing-back = You are at the start of this tab. To quit, press q.


## Keys and help

keys-enlarge = the number alone, large, to select by hand
keys-code = the number or address as a code to scan with a phone
keys-cover = cover the screen, and uncover it
footer-cover = cover
footer-pick = mark
footer-order = order
footer-save-form = save
footer-save = save
footer-cancel = cancel
footer-corrections = corrections
footer-called = I called
footer-called-short = called
footer-hand-over = hand over
footer-kind = kind
footer-discreet = discreet
footer-preview = look at it
footer-note = note
footer-labels = labels
footer-lists = lists
footer-both = English + français
footer-label-filter = by label
footer-own-add = add your own
footer-own-edit = edit
footer-own-remove = remove
footer-undo = undo
keys-called = say what happened when you called (the list marks it v or !)
keys-hand-over = make a page to hand over: text message, text, to print, to fold
keys-discreet = discreet: no names, only your first words and the numbers
keys-pick = mark it for a page to hand over, and go to the next
keys-corrections = what you found wrong, to pass on
keys-lists = lists of your team; a list to give or to take
keys-note = a note about the service, never about a client
keys-labels = labels of the bookmark
keys-both = the topic or the card in English and French, side by side
keys-label-filter = bookmarks with a label
keys-order = move the bookmark up, down
keys-own-add = add a contact of your own
keys-own-edit = edit a contact of your own
keys-own-remove = remove a contact of your own
keys-undo = take your last change back (on Bookmarks, cards, settings)
keys-redo = make it again
key-space = Space
key-enter = Enter
key-escape = Esc
key-backspace = Backspace
key-delete = Delete
key-tab = Tab
key-back-tab = Shift-Tab
key-up = ↑
key-down = ↓
key-left = ←
key-right = →
# Where the terminal shows no arrows.
key-up-spelled = Up
key-down-spelled = Down
key-left-spelled = Left
key-right-spelled = Right
key-arrows = arrows
key-page-up = PgUp
key-page-down = PgDn
key-home = Home
key-end = End
footer-results = results
footer-read = read
footer-steps = questions
footer-steps-again = start again
footer-answer = answer
footer-note-it = note it
footer-open = open
footer-follow = follow
footer-choose = choose
footer-begin = begin
footer-canada = all of Canada
footer-clear-field = empty the field
footer-edit = edit
footer-chip = filter off
footer-need-off = the words alone
footer-leave = leave
footer-back = back
footer-language-choice = Français
footer-move = move
footer-links = links
footer-search = search
footer-find = find
footer-filters = filters
footer-clear = no filter
footer-clear-words = clear
footer-next = next
footer-bookmark = bookmark
footer-remove = remove bookmark
footer-copy = copy
footer-copy-text = copy text
footer-code = code
footer-sources = sources
footer-terms = terms
footer-terms-marked = words with ·
footer-region = region
footer-settings = settings
footer-value = change
footer-language = français
footer-help = help
footer-quit = quit
footer-stay = stay
footer-clear-and-quit = clear the screen and leave
keys-introduction = havre works with the keyboard alone. It keeps nothing about a person you help: only your bookmarks and settings.
keys-first = The six keys that matter
keys-first-open = open what is chosen
keys-first-search = say what happens: who helps
keys-first-number = copy the number (lists, cards)
keys-here = On this screen
keys-here-named = On this screen: { $name }
keys-glossary = Glossary: the terms in French and English
keys-terms = the terms of this page, or all of them
topic-set-town = Set your town, and the nearest come first.
topic-set-town-key = Press r to set your town: the nearest then come first.
topic-near-typed = Nearest to { $place } (your words).
terms-title = Terms on this page
keys-settings-page = Settings: language, region, looks, cover, screen reader
keys-section-moving = Getting around
keys-section-contact = A contact or a topic
keys-section-searching = Searching
keys-section-program = The program
keys-open = open, read, follow the link
keys-back = one step back; never quits
keys-rows = one row up, one row down
keys-links = next link or pane, the one before
keys-steps = ask me step by step, or start again
keys-answer = choose the row with that number
keys-tabs = go to a tab
keys-tabs-anywhere = to a tab, from a field as well
keys-neighbours = the tab on the left, on the right
keys-neighbours-anywhere = the tab on the left, on the right, from a field as well
keys-page-down = one page down
keys-page-up = one page up
keys-ends = to the start, to the end
keys-bookmark = bookmark this contact, or remove the bookmark (* marks it)
keys-copy = send the number to your terminal’s clipboard
keys-sources = where the facts come from
keys-search = search, from anywhere
keys-open-hit = in the search field: open the hit marked >
keys-results = from the search field to the results
keys-field-rows = another result, without leaving the field
keys-leave = empty the search field, then leave it
keys-chip = take out the words before the cursor that are a filter
keys-edit = after /, edit the last search; letters replace it
keys-delete-word = delete the word before the cursor
keys-clear-field = empty the field
keys-filters = filters: kind of help, region, open now, language …
keys-clear = take all filters off; with none on, empty the search
keys-region = your town, province or territory
keys-settings = settings: language, region, looks, cover, screen reader
keys-language = français / English, at once
keys-language-anywhere = English / français, from a field as well
keys-help = this page
keys-quit = quit
keys-clear-and-quit = clear the screen and quit, at once
keys-suspend = back to the shell for a while (fg returns)
keys-repaint = paint the screen again
keys-cannot-clear = havre cannot clear what others keep: the history of tmux or screen, a log of your terminal, a recording.


## The card

number-reported = You found this number out of service.
number-select = Above, the number stands alone on its row: select it with your terminal.
address-select = Above, the address stands alone: select it with your terminal.
number-unclear = It is not clear which number to dial: read it as it is written, and ask somebody who knows it.
code-warning = A phone may be watched: ask first.
code-part = Code { $place } of { $count }
code-next = next code
code-no-room = No code fits here. Make the window larger.
code-room = The code does not fit here. Make the window { $columns ->
    [0] {""}
    [one] 1 column
   *[other] { $columns } columns
}{ $columns ->
    [0] {""}
   *[other] { $rows ->
        [0] {" "}wider
       *[other] {" "}wider and{" "}
    }
}{ $rows ->
    [0] {""}
    [one] 1 row taller
   *[other] { $rows } rows taller
}. Or press Y: the number alone.
card-labels = Labels
card-yours = yours
card-reached = You reached it on { $date }.
card-tried = You called on { $date }: { $what }.
card-wrong = You marked on { $date }: { $what }.
card-phones-changed = The numbers changed since you bookmarked it.
card-hours-changed = The hours changed since you bookmarked it.
card-before = Before
card-accept-numbers = Accept the new numbers
card-accept-hours = Accept the new hours
card-accept-both = Accept the new numbers and hours
card-accept-off-team = Keep it all the same
card-team-edited = From a list of your team, edited on { $date }
card-own-edited = You wrote this on { $date }.
list-yours = yours
card-organization = Run by
card-name-in-en = name in English
card-name-in-fr = name in French
topic-contacts = Contacts
card-name-en = In English
card-name-fr = In French
phone-extension = ext. { $number }
always-open = 24/7
card-own-number-differs = You wrote this contact yourself. The directory has other numbers under this name: { $numbers }
card-closed = Its publisher says that it is closed, or takes it away. This is what was kept when you bookmarked it: confirm first.
card-gone = The directory no longer has this contact. This is what was kept when you bookmarked it: confirm first.
card-off-team = Your team took this contact off its list: confirm the number first.
card-note = Your note
card-no-911 = There is no 911 here. In danger, call { $call }.
card-no-phone = No phone number was found.
card-bookmarked = bookmarked
card-what = What
card-where-canada = all of Canada
card-where-whole = all of { $region }
card-conditions = Conditions
card-source = Source
card-of-program = havre’s directory
card-held = The pack { $pack } has another number, which is not used. To see it: havre packs show { $pack }
card-held-name = The pack { $pack } has another name, which is not used. To see it: havre packs show { $pack }
card-held-gone = The pack { $pack } takes this service away, which is not done. To see it: havre packs show { $pack }
card-website = Website
card-email = E-mail
card-chat = Chat
card-address = Address
card-hours = Hours
card-where = Where
card-serves = For
card-languages = Languages
card-serves-unknown = not stated; ask
card-languages-unknown = not stated; ask
card-interpreters = Interpreters available
card-interpreters-over = Interpreters available (over { $count } languages)
card-interpreters-about = Interpreters available (about { $count } languages)
card-help-in-languages = Help in { $count } languages
card-report-needed = A police report is needed
card-report-not-needed = No police report needed
card-confidential = Confidential
card-not-confidential = Not confidential
card-free = Free
card-not-free = Not free
card-offers = Offers
card-undated = Its file does not say when it was checked (taken in on { $date })
card-checked = { $count ->
    [one] Checked on { $date }, from 1 source
   *[other] Checked on { $date }, from { $count } sources
}


## Filters

filter-label = Bookmarks with the label
label-shown = Label: { $label }
bookmarks-changed = Changed (~): { $what }
bookmarks-changed-numbers = numbers { $count }
bookmarks-changed-hours = hours { $count }
bookmarks-changed-closed = closed { $count }
bookmarks-changed-gone = gone { $count }
bookmarks-changed-off-team = off the team’s list { $count }
differs-numbers = other numbers than you kept
differs-hours = other hours than you kept
differs-closed = closed or taken away, says its publisher
differs-gone = no longer in the directory
differs-off-team = no longer on your team’s list
filters-title = Filters
filters-label = Filters:
filters-also-by-words = By the words of your search: { $filters }
filter-category = Kind of help
filter-region = Province or territory
filter-open-now = Open now
filter-always-open = Open 24/7
filter-unknown-hours = { $count } more with hours not known
filter-words-not-found =
    { $count ->
        [one] { $words } not found
       *[other] { $words } not found
    }
filter-word-not-found = “{ $word }”
filter-words-cut = only the first { $count } words count
filter-by-words = { $filters } (your words)
filter-languages-unstated = { $count } more with languages not stated
filter-language = Language spoken
filter-audience = For whom
filter-no-police-report = No police report needed
filter-label-any = all
filter-any = any
filter-yes = yes


## Search

now-label = What is happening?
now-hint = type it, or choose below
now-hint-short = type or choose
now-steps = Ask me step by step  five questions at most; no answer is kept
now-steps-line = Ask me step by step: five questions at most; no answer is kept
now-steps-short = Ask me step by step
now-steps-begin = Enter begins. No answer is kept.
now-call = Call now
now-call-canada = Call now (“,” sets your province or town: its own numbers then stand here)
now-by-town = by town
now-by-town-open = by town: open this to see who answers where
now-by-town-line = { $kind }: by town; open this to see who answers where
now-say-town = Another office answers in each town: press r and set yours, and its own comes first.
now-unsure-town = No source says which office has your town: the nearest come first.
now-needs = What it may be
call-row = { $kind }: { $number }, { $state }
call-row-doubtful = { $kind }: { $number }, { $state } (confirm first)
call-row-reported = { $kind }: { $number }, { $state } (you marked this as wrong)
steps-question = Question { $number } of at most { $most }
steps-no-digit = { $number } does nothing here. Alt-{ $number } opens tab { $number }.
steps-foot-short = No answer is kept.
steps-foot = No answer is kept. In danger you may call at any time: { $number }.
steps-call = Call
steps-read = Read
steps-else = Something else: back to the question
search-label = Search:
search-hint = press / and type
search-hint-short = press /
found = { $count ->
    [0] none found
   *[other] { $count } found
}
nothing-found = Nothing found for “{ $text }”
nothing-filters = Nothing found with these filters
nothing-suggestions = Something is found without:
nothing-advice = Try fewer letters, another word, or 211, which knows local services.
nothing-life = If a life may be at risk:
nothing-clear = f, then c, takes all filters off.
nothing-without = { $what } ({ $count })
nothing-word = the word “{ $word }”
strip-note = Note: { $note }
found-because = ({ $why })
list-guide = guide
list-no-phone = no phone
list-see-card-short = card
list-website-short = site
list-website = website
strip-doubt = ? = { $text }
strip-via = ^ = via { $line }. { $text }
strip-passed-over = { $name }: { $number } marked not in service (v on its card)
strip-passed-over-short = { $number }: not in service
list-confirm-first = ? confirm first
list-via = via { $service }
list-number-doubtful = { $number } (confirm first)
list-see-card = see card
search-reason-synonym = “{ $typed }” → { $meaning }
search-reason-synonym-line = “{ $typed }”: { $meaning }
search-reason-close = close to “{ $typed }”: { $found }
search-reason-english-name = English name: { $name }
search-reason-french-name = French name: { $name }
search-reason-phone = phone number with { $digits }
search-reason-interpreted = through an interpreter: { $language }
search-reason-language-unstated = languages not stated, ask: { $language }
search-reason-letters = letters of “{ $typed }” in the name
search-reason-need = sounds like: { $need }
search-reason-need-guessed = perhaps: { $need }
search-filter-open-now = open now
search-filter-near = near { $place }
search-need = Sounds like: { $need }.
search-need-guessed = Perhaps: { $need }.
search-needs = Sounds like: { $need }, or: { $other }.
term-in-both = { $term }: in French, { $other }
search-unserved = No contact names { $place }; these serve all of { $region }.
search-km = { $km } km
search-filter-always-open = open 24/7


## Bookmarks

notice-said = { $text }
conflicts-title = { $count ->
    [one] A sync tool left another copy of your list beside it.
   *[other] A sync tool left { $count } other copies of your list beside it.
}
conflicts-merge = Merge into my list: nothing in either is lost
conflicts-later = Leave for later
editor-note = Note about { $name }
editor-note-again = Note about { $name } (add to it, or change it)
editor-labels = Labels of { $name }
editor-wrong = What is wrong with { $name }? This may stay empty.
editor-first-words = The first words of the page
editor-first-words-advice = A few words that tell nobody else what it is about. For several numbers: Ann / clinic / at night
editor-file-name = The name of the file
editor-file-name-advice = A name that tells nobody what is in it. It goes into havre’s own folder; the page after it says how to take it elsewhere.
editor-find = Find in this page
editor-find-advice = A key, or some letters of a word; Enter goes to its row.
editor-labels-advice = Words with commas between them, such as: night, Cree, trusted.
editor-privacy = About the service, never about a client.
editor-meanwhile = Another window wrote meanwhile: “{ $text }”. Enter again puts yours in its place.
editor-warning = This looks like a person’s data: { $found }. havre should hold none. Enter saves it all the same.
# Where there is little room, with what was found; where there is still less, without.
editor-warning-short = { $found }? Enter saves it all the same.
editor-warning-shortest = A person’s data? Enter saves it all the same.
called-title = You called { $name }
called-reached = reached, and the card is right
called-nothing = take my mark away
called-number = Number: { $numbers }
called-which = Which number did you call?
called-dead = { $number } (marked as not in service)
called-corrections-short = Errors: to your corrections
called-corrections = What is wrong goes to your corrections; nothing leaves this machine.
own-title-new = A contact of your own
own-title-edit = Your contact
own-name = Name
own-phones = Phones
own-category = Kind of help
own-chosen = { $row }: { $value }
own-not-chosen = Nothing is called “{ $text }”. Enter shows the choices, Backspace empties the letters.
own-changed-elsewhere = Another window wrote “{ $text }” here. Save again to keep yours.
own-choose = choose (required)
own-region = Region
own-place = Town
own-languages = Languages
own-hours = Hours
own-website = Website
own-description = What it does
own-save = Save
notice-own-saved = Saved: { $name }
notice-own-removed = Removed: { $name } (u brings it back)
notice-not-own = Only contacts of your own can be changed.
notice-note-saved = Note saved: { $name }
notice-labels-saved = Labels saved: { $name }
notice-marked = Saved, thank you: { $name }
notice-marked-dead = { $number } marked as not in service (u takes it back, C passes it on)
notice-marked-wrong = Saved in your corrections (C shows them): { $name }
notice-mark-replaced = Saved: { $name }. This replaced your correction “{ $what }” (u brings it back)
notice-unmarked = Your mark is taken away.
notice-moved = Moved.
notice-changes-accepted = What is new is kept with your bookmark.
notice-no-labels = No bookmark has a label yet: t writes one.
notice-nothing-to-undo = There is nothing to undo: only what was changed since havre was opened can be.
notice-nothing-to-redo = There is nothing to make again.
notice-undo-changed = Another window changed this since. It is left as it is.
notice-undo-where = u takes changes back on Bookmarks and on cards.
notice-undo-next = u again takes this back: “{ $what }”
undo-removed = Bookmark removed: { $name }
undo-own-removed = Removed: { $name }
undo-marked = I called: { $name }
undo-unmarked = mark of a call taken away
undo-moved = bookmark moved
undo-changes-accepted = what is new kept
notice-unsaved = Not saved yet. Esc again leaves without saving.
notice-unsaved-tab = Not saved yet. The same key again leaves without saving.
notice-leave = Leave havre? What is typed is not kept.
notice-unknown-key = { $key } does nothing here; ? lists the keys.
notice-unknown-key-typing = { $key } does nothing here; F1 lists the keys.
notice-no-commands = No commands are typed here: q leaves, / searches, ? lists the keys.
notice-no-commands-typing = To leave: Ctrl-C. F1 lists the keys.
notice-first-run = First choose where you work: Enter begins.
notice-undone = The last change is taken back.
notice-no-bookmark = No longer a bookmark: { $name }
notice-note-back = The note is as it was before: { $name }
notice-labels-back = The labels are as they were before: { $name }
notice-own-undone = No longer on your list: { $name }
notice-own-back = As it was before: { $name }
notice-mark-back = Your mark is as it was before.
notice-moved-back = Moved back.
notice-changes-back = What you had kept is back with your bookmark.
notice-back = Back again: { $name }
notice-gone = The directory no longer has this contact.
bookmarks-finding-date-of-birth = a date of birth
bookmarks-finding-health-card = a health card number
bookmarks-finding-file-number = a file number
notice-bookmarked = Bookmarked: { $name }
notice-removed = Bookmark removed: { $name } (b brings it back)
notice-changed-meanwhile = What is shown has just changed. If you still mean it, press again.
# What the store of the worker’s list has to say
bookmarks-own-renamed = Contacts of your own had ids that only the directory may give. They have ids of their own now. The old file is kept: { $path }
bookmarks-rescued = Your list was damaged. { $saved ->
    [0] Nothing in it could be read
    [one] One item was saved
   *[other] { $saved } items were saved
}.{ $backup ->
    [0] {""}
    [one] {" "}One item came from the backup.
   *[other] {" "}{ $backup } items came from the backup.
} The damaged file is kept: { $path }
bookmarks-damaged = Your list is damaged, and the damaged file could not be set aside ({ $trouble }). { $saved ->
    [0] Nothing in it could be read
    [one] One item could be read and is shown here
   *[other] { $saved } items could be read and are shown here
}. Nothing was overwritten.
bookmarks-newer = A newer havre wrote your list. You can read it here, but not change it: please use the newer havre.
bookmarks-unreadable = Your list could not be read ({ $trouble }): { $path }. What you add now is kept and merged in as soon as it can be.
bookmarks-conflicts = { $count ->
    [one] Another copy of your list was found
   *[other] { $count } other copies of your list were found
}, left by a sync tool.
bookmarks-conflicts-merged = { $count ->
    [one] One copy was merged
   *[other] { $count } copies were merged
} into your list.
bookmarks-not-saved = Not saved: { $trouble }. It is kept in memory and will be saved with your next change.
bookmarks-not-saved-moved = Not saved: your folder was moved or replaced. Close havre, open it again and make this change once more.
bookmarks-trouble-full = the disk is full
bookmarks-trouble-denied = writing there is not allowed
bookmarks-trouble-gone = the folder is gone
bookmarks-trouble-moved = your folder was moved or replaced; to save again, close havre and open it again
bookmarks-trouble-not-hers = the folder or the file belongs to another account; choose a folder of your own with --data-dir
bookmarks-trouble-open = others can write to this folder; close it to them with chmod go-w
bookmarks-trouble-sticky = others can write to this folder; choose a folder of your own with --data-dir
bookmarks-trouble-link = a symbolic link of another account leads to your list; remove the link
bookmarks-trouble-link-elsewhere = it is a symbolic link to something that is not havre’s, which stays as it is; remove the link, or let it lead to a file of havre’s or an empty one
bookmarks-trouble-link-nowhere = it is a symbolic link, and nothing is where it leads; connect that disk, or make an empty file there, or remove the link
bookmarks-trouble-no-locks = this folder cannot be locked, and two sessions could lose each other’s changes; keep your list on this computer’s own disk
bookmarks-trouble-no-file = a folder, a device or a pipe is in its place; remove it
bookmarks-trouble-unread = this account may not read it
bookmarks-trouble-too-large = your list would be larger than 16 MB
bookmarks-trouble-busy = another session is using the file
bookmarks-trouble-unconfirmed = the file does not have it when it is read back
bookmarks-trouble-other = the disk does not respond as it should
bookmarks-wrong-number-dead = number not in service
bookmarks-wrong-hours-changed = hours changed
bookmarks-wrong-closed = closed
bookmarks-wrong-other = something else is wrong
bookmarks-tried-no-answer = no answer
bookmarks-tried-left-message = left a message
bookmarks-empty = No bookmarks yet. Press b on any contact to keep it here; a adds your own, i takes a team’s list.
bookmarks-kept-aside = Nothing can be shown: your list could not be read. Its file is kept as it was; havre doctor says where. What you add now is kept as well.
lists-title = Lists
lists-of-team = From your team, to read
lists-team-item = { $name }: { $count ->
    [one] { $count } contact
   *[other] { $count } contacts
  }
lists-as-files = As files, for a colleague or from one
lists-give = Give this list
lists-give-about = All your bookmarks and your own contacts go, with notes and labels. What you found when you called stays here.
lists-take = Take a list or a pack from a file
lists-file = list
lists-folder = Lists and packs in { $folder }
lists-no-files = No list (.json) and no pack (.jsonl) in { $folder } yet.
lists-bring = How a file comes there from a USB key
lists-bring-then = Put the key in, copy the file with one of the ways below, then go back (Esc) and choose “Take a list or a pack from a file” again. y copies a line.
lists-bring-window = In the computer’s file window: copy the file, press Ctrl-L, type this folder, and paste:
lists-bring-shell = Or in a shell:
lists-bring-remote = Your list is on the computer to which you are connected: the file goes there too. Copy it into this folder with scp or sftp, or ask whoever keeps that computer:
lists-nothing-to-give = You have no bookmarks yet, so there is nothing to give.
lists-not-read = It could not be read: { $reason }. Your list is unchanged.
lists-newer = A newer havre wrote this list. Ask for one from your version, or update yours. Your list is unchanged.
lists-take-title = What { $name } brings
lists-take-it = Take it into your list
lists-take-about = Nothing is taken yet. A later change wins, yours or theirs. Afterwards it can be undone.
lists-take-damaged = The file is damaged in { $place }: this is the part that could be read.
lists-take-nothing = The file is damaged in { $place }: nothing of it could be read.
lists-take-not-again = What you removed stays removed. If you undid it just now, U takes it again.
lists-team-in-brief = From your team: { $names } (i)
bookmarks-team = From your team: { $name }
plain-team-in-brief = From your team: { $names }; for these, type lists
notice-list-taken = Taken into your list: { $name } (u takes it out again)
undo-list-taken = Taken into your list: { $name }
notice-list-back = Your list is as it was before { $name }.
pack-take-it = Take this pack
pack-take-about = Nothing is taken yet. Once taken, it counts at once.
pack-take-shared = Several workers share the packs of this account, so it is not taken here. This takes it for all of them: { $command }
pack-take-changed = { $path } is not as it was shown any more. Look at it again.
pack-take-large = { $path } is too large to be taken here. Use the command havre packs add.
pack-changes-own = Your bookmarks
pack-changes-none = None of your bookmarks changes.
pack-change-new = { $name }: the directory has it again.
pack-change-numbers = { $name }: the number was { $was }, now { $now }.
pack-change-hours = { $name }: the hours were { $was }, now { $now }.
pack-change-closed = { $name }: closed, or taken away.
pack-change-gone = { $name }: the directory will no longer have it.
pack-refused = Not taken: { $name }
pack-refused-about = The directory is unchanged.
notice-pack-taken = Taken: { $name }. It counts now. To remove it: havre packs remove { $name }
notice-packs-renewed = The packs of the directory have changed. You see the new ones now.
notice-packs-later = There are new packs for the directory. They count from the next start of havre; until then you see the old ones.
notice-pack-refused = Not taken: { $name }. { $reason }
team-about = A list of your team, to read only. bookmark (b) takes a contact over, with its note.
team-gone = The directory no longer has this contact: the number may be wrong.
team-taken = among your bookmarks
team-from = From { $path }
team-unreadable = The team’s list { $path } could not be read: { $trouble }. Everything else works. Tell whoever looks after it.
team-damaged = The team’s list { $path } has a fault in { $place }. { $count ->
    [0] Nothing of it is shown.
    [one] What could be read of it is shown: { $count } item.
   *[other] What could be read of it is shown: { $count } items.
  } Everything else works. Tell whoever looks after it.
team-newer = A newer havre wrote the team’s list { $path }: it is shown as far as it is understood.
list-fault-line = line { $line }
list-fault-field = line { $line }, at { $field }
bookmarks-marked-reached = reached and correct
bookmarks-personal-data = This looks like { $finding }. Notes are about the service, never about a client.
bookmarks-finding-social-insurance = a Social Insurance Number
bookmarks-finding-phone = a phone number that is not this service’s
bookmarks-finding-address = a street address
bookmarks-finding-person = words that describe somebody
bookmarks-finding-email = somebody’s e-mail address
bookmarks-finding-handle = the name of somebody’s account
bookmarks-finding-plate = a licence plate
bookmarks-finding-document = the number of a passport, permit or card
bookmarks-own-name-missing = Please give it a name.
own-category-missing = Please choose the kind of help.
own-languages-other = Other languages: { $languages }.
bookmarks-own-no-way-to-reach = Please give a phone number or a website.
bookmarks-own-phone-not-dialable = "{ $text }" is not a Canadian phone number such as 902-555-0123.
bookmarks-own-phone-character = In "{ $text }", "{ $character }" is not part of a phone number.
bookmarks-own-website-without-scheme = A website begins with https:// or http://
bookmarks-own-control-characters = There are characters in it that cannot be shown. Please type it again.


## Settings and the first run

welcome-title = havre: whom to call, and what to say, for those who help victims of crime.
welcome-nothing-kept = It works without a network. It keeps nothing about the people you help.
welcome-keys = F1 help, Esc one step back, F9 covers the screen, Ctrl-X clears it and leaves.
welcome-short = havre: whom to call, what to say. Nothing is kept about those you help.
welcome-keys-short = F1 help, F9 cover, Ctrl-X clear, leave
welcome-region = Where do you work? Type a town.
region-title = Your town, province or territory
region-title-office = { $kind }: type the town
region-count = { $count ->
    [one] { $name }: 1 contact
   *[other] { $name }: { $count } contacts
}
region-count-canada = { $count ->
    [one] { $name }: 1 contact for the whole country
   *[other] { $name }: { $count } contacts for the whole country
}
region-advice = Walk with the arrows, or type a town, a province or its letters.
region-typed = Typed: { $text }
region-typed-nowhere = Typed: { $text } (no town or province yet)
notice-region-nowhere = No town or province is called “{ $text }”.
notice-settings-not-saved = Your settings are not saved: { $reason }. What you set holds until you quit.
notice-settings-saved = Saved. { $name }: { $value }
notice-place-saved = Saved. { $name }: { $value } (u takes it back)
settings-title = Settings
setting-language = Language
setting-region = Where you work
setting-theme = Look
setting-idle = Cover the screen after
setting-idle-never = never
setting-idle-minutes = { $count ->
    [one] 1 minute without a key
   *[other] { $count } minutes without a key
}
setting-first-tab = First page
setting-uncover = What uncovers it
uncover-enter = F9, Ctrl-K, Enter
uncover-f9 = F9 or Ctrl-K
uncover-f2 = F9, Ctrl-K, F2
uncover-f12 = F9, Ctrl-K, F12
setting-plain = Numbered lines, no screen
setting-plain-yes = yes, from the next start
setting-plain-now = yes, in this run
setting-reader = For a screen reader or magnifier
setting-no = no
theme-auto = automatic
theme-default = colours
theme-high-contrast = high contrast
theme-mono = no colours


## Plain mode: lines instead of a screen

# Words that can be typed, with commas between them; the first is the one that help shows. A letter
# alone is the key that does the same on the screen.
plain-word-find = find, search
plain-word-filters = filters, filter, f
plain-word-clear-filters = clear filters, no filters, no filter
plain-word-not-this = not this
plain-word-open = open, read, follow, link
plain-word-back = back, cancel, leave
plain-word-more = more
plain-word-again = again, where, here
plain-word-last = last, end
plain-word-next = next
plain-word-previous = previous
plain-word-steps = what now, questions
plain-word-now = now
plain-word-reporting = reporting
plain-word-victim-services = victim services, victims
plain-word-restorative-justice = restorative justice, justice
plain-word-directory = directory
plain-word-bookmarks = bookmarks
plain-word-tabs = tabs, tab
plain-word-bookmark = bookmark, b
plain-word-number = phone, number, copy, y
plain-word-spell = spell, Y
plain-word-code = code, o
plain-word-sources = sources, source, s
plain-word-both = both, B
plain-word-called = called, v
plain-word-hand-over = hand over, card, c
plain-word-pick = pick, m
plain-word-corrections = corrections, C
plain-word-lists = lists, team, i
plain-word-note = note, n
plain-word-labels = labels, label, t
plain-word-up = up, K
plain-word-down = down, J
plain-word-own-add = add, a
plain-word-own-edit = edit, e
plain-word-own-remove = remove, x
plain-word-undo = undo, u
plain-word-redo = redo, U
plain-word-settings = settings
plain-word-region = region, province, r
plain-word-language = language, L
plain-word-english = english
plain-word-french = french, français
plain-word-glossary = glossary, terms
plain-word-help = help, commands
plain-word-clear = clear
plain-word-bye = bye
plain-word-quit = quit, exit, q
plain-word-save = save, yes
plain-word-all = all, list
plain-argument-number = NUMBER
plain-argument-words = WORDS
plain-help-numbers = A number alone opens that item, follows that link, or prints that number or address.
plain-help-find = search contacts and the guide; without words, list every contact
plain-help-filters = filters of the directory; in the bookmarks, only those with a label
plain-help-clear-filters = take all filters off
plain-help-not-this = search for your words alone, not for what they sound like
plain-help-open = the same as the number alone
plain-help-back = one step back; never quits
plain-help-more = the next part of a long list or text (also Enter alone)
plain-help-again = say where you are, and this place from its start
plain-help-last = the end of the list or text
plain-help-next = the next item of the list that you read from
plain-help-previous = the item before
plain-help-steps = five questions at most, then whom to call
plain-help-now = the first page: whom to call now
plain-help-reporting = the guide’s tab on reporting
plain-help-victim-services = the guide’s tab on victim services
plain-help-restorative-justice = the guide’s tab on restorative justice
plain-help-directory = the directory’s tab
plain-help-bookmarks = the tab of your bookmarks
plain-help-tabs = name the tabs, or go to one by its number
plain-help-bookmark = bookmark this contact, or remove the bookmark
plain-help-number = print its phone number alone on a line
plain-help-spell = print its phone number digit by digit
plain-help-code = what a code to scan would hold
plain-help-sources = where the facts come from
plain-help-both = the topic or the card in English and in French
plain-help-called = say what happened when you called
plain-help-hand-over = make a page to hand over
plain-help-pick = mark it for one page with others
plain-help-corrections = what you found wrong, to pass on
plain-help-lists = lists of your team; a list to give or to take
plain-help-note = a note about the service, never about a client
plain-help-labels = labels of the bookmark
plain-help-up = move the bookmark one place up
plain-help-down = move the bookmark one place down
plain-help-own-add = add a contact of your own
plain-help-own-edit = edit a contact of your own
plain-help-own-remove = remove a contact of your own
plain-help-undo = undo your last change
plain-help-redo = make again what was undone
plain-help-settings = your settings, each to be changed by its number
plain-help-region = your town, province or territory: its name or two letters, or nothing for the list
plain-help-language = français or English, at once
plain-help-english = speak English
plain-help-french = speak French
plain-help-glossary = the terms of the topic, or all of them, in French and English
plain-help-help = what can be typed here; help all for everything, help and a word for that word
plain-help-clear = push everything out of the window
plain-help-bye = push everything out of the window and quit, at once (also Ctrl-X and Enter)
plain-help-quit = quit (also Ctrl-D or Ctrl-C)
plain-help-cover = In lines, nothing covers itself. If somebody comes, type clear or bye. The window’s scrollback and a speech history keep what was said: close the window to be rid of it.
plain-link = (link { $number })
plain-bookmarked = bookmarked
plain-reached = reached
plain-wrong = marked wrong
plain-position = { $place } of { $count }
plain-shown = { $first } to { $last } of { $count }
plain-lines-left = { $count ->
    [one] One more line: type more
   *[other] { $count } more lines: type more
}
plain-tab = tab { $number }: { $name }
plain-tab-open = tab { $number }: { $name }, open now
plain-which = Which one? For example: { $word } 1
plain-which-with = Which one? For example: { $word } 1 { $text }
plain-no-item = No item { $number } in this list.
plain-no-link = No link { $number } here.
plain-no-tab = No tab { $number }: they go from 0 to { $last }.
plain-changed-meanwhile = What is here has just changed. Nothing was done; here it is as it is now.
plain-line-cut = That line was too long: its end was left out.
plain-no-choice = Nothing here is called “{ $text }”, or several are.
plain-unknown = “{ $text }” is no command. For help, type help.
plain-no-more = That is all.
plain-nothing = That does nothing here. For help, type help.
plain-nothing-back = You are at the start of this tab. To quit, type quit.
plain-removed = Bookmark removed: { $name }. To bring it back, type bookmark.
plain-marked-dead = { $number } marked as not in service (type corrections)
plain-marked-wrong = Saved in your corrections (type corrections): { $name }
plain-mark-replaced = Saved: { $name }. This replaced your correction “{ $what }”. To bring it back, type undo.
plain-list-taken = Taken into your list: { $name }. To give it back, type undo.
plain-own-removed = Removed: { $name }. To bring it back, type undo.
plain-not-own = Only contacts of your own can be changed or removed here. To take a bookmark away, type bookmark.
plain-undo-next = undo again takes this back: “{ $what }”
plain-say-town = Another office answers in each town: type “region” and yours, and its own comes first.
plain-no-need = Your words were not taken for anything here.
plain-kept-as-it-is = It has words already. The line above changes nothing yet: type it again to put it in their place.
plain-like-a-command = “{ $text }” is also a command. Nothing is kept yet: Enter alone keeps it as text, back leaves so that you can type the command.
plain-begins-with-number = “{ $text }” begins with a number, and nothing is kept yet. Enter alone keeps it as it is; another line replaces it, back leaves.
plain-bookmarks-empty = No bookmarks yet. On any contact, type bookmark to keep it here.
plain-label-empty = No bookmark has this label now. For all of them, type clear filters.
plain-no-labels = No bookmark has a label yet. To write one, type labels and the number of a bookmark.
plain-nothing-clear = To take all filters off, type no filters.
plain-open-first = Type a number first, to open one.
plain-filters-where = Filters are in the directory: type directory, then filters.
plain-no-filters = No filter is on.
plain-no-window = There is no window to clear.
plain-unchanged = Nothing was changed.
plain-unsaved = Not saved yet. The same word once more leaves without saving.
plain-now = Now: { $text }
plain-row-now = { $name }, now { $value }:
plain-prompt-note = Note
plain-cut = Too long. Kept: { $text }
plain-code = A code to scan needs the screen. It would hold:
plain-form-save = Enter alone saves it. A number changes that line, cancel leaves without saving.
plain-welcome-language = In English. Pour le français, tapez : français
plain-hint-list = Type a number to open it, more for the next ones, find and words to search, help for the rest.
plain-hint-need = If that is not it, type not this.
plain-hint-choose = Type a number or a name to choose it, more for the next ones, back to leave.
plain-hint-again = Type again to hear it once more.
plain-hint-links = Type the number of a link to follow it, back to go back.
plain-hint-editor = Type one line. Enter alone changes nothing, a hyphen alone empties it, back leaves it.
plain-hint-asked = Another line takes its place, back leaves without saving.
plain-hint-wrong = Type what is wrong. Enter alone saves without a word, back gives up.
plain-hint-form = One question a line. Enter alone keeps what is there, a hyphen alone empties it, back goes to the question before, cancel leaves without saving.
plain-hint-row = Type its name, or list for all.


## Command line: general

cli-plain = Numbered lines instead of a screen (also HAVRE_PLAIN=1)
cli-theme = How the screen looks: auto, default, high-contrast, mono
cli-theme-names = themes are auto, default, high-contrast and mono
cli-tab = The tab that opens, 0 to 5; else 0, whom to call now
cli-tab-numbers = tabs are 0 to 5
cli-reader = For a screen reader or a magnifier: no lines, one thing at a time
cli-value-text = TEXT
cli-value-file = FILE
cli-value-number = NUMBER
cli-value-name = NAME
cli-value-place = PLACE
cli-worker = Whose list, on a shared login (also HAVRE_WORKER)
cli-worker-names = a name has 1 to 64 letters, digits, hyphens, underscores or points
cli-about =
    The right words and the right number for those who help victims of crime
    in Canada. Works without a network.
cli-after =
    Without a command, the screen opens.
    Immediate danger: 911 (in Nunavut, the RCMP number of the community).
cli-usage = Usage:
cli-commands = Commands:
cli-arguments = Arguments:
cli-options = Options:
cli-value-command = COMMAND
cli-value-folder = FOLDER
cli-value-format = FORMAT
cli-help = Show this help
cli-about-option = What havre is, its licence, and the sources of its data
cli-version = Show the version
cli-json = Print JSON, for programs
cli-lang = The language: en or fr
cli-lang-codes = en or fr
cli-region = Where you work: a town, a province or its two letters (CA, all of it)
cli-region-codes = a town, or one of CA, BC, AB, SK, MB, ON, QC, NB, NS, PE, NL, YT, NT, NU
cli-place-unknown = no town is called so; near it are: { $places }
cli-place-ambiguous = several towns are called so: { $places }
cli-data-dir = Keep all of your files in this folder (also HAVRE_DATA_DIR)
usage-hint = For help: { $command } --help
usage-unknown-argument = { $argument } is not known here.
usage-unknown-command = There is no command "{ $command }".
usage-missing = Something is missing: { $argument }
usage-perhaps = Perhaps you mean: { $words }
usage-value-missing = { $argument } needs a value.
usage-value = { $argument } cannot be "{ $value }" ({ $reason }).
usage-choices = one of: { $choices }
usage-conflict = { $argument } and { $other } do not go together.
usage-twice = { $argument } was given twice.
usage-other = These arguments could not be understood.
cli-failed = This did not work: { $reason }

progress-check = Checking: { $done } of { $total } files
progress-batch = Searching: { $done } queries answered
progress-merge = Merging the lists

## Command line: check

check-about = Check that the directory and the guide keep their rules
check-directory = Check the files in this folder instead of those in the program
check-coverage = Print which help can be called where, as a table, and what is missing
check-directory-summary = { $contacts } contacts, { $phones } phones
check-guide-summary = { $topics } topics, { $regional } regional topics, { $terms } terms
check-places-summary = { $places } places, { $areas } areas
check-needs-summary = { $needs } needs
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
flaw-first-of-month = in French the first of a month is “1er”: { $words }
flaw-number-space = a number and its unit need a no-break space: "{ $words }"
fault-missing = must not be empty
fault-twice = stands here twice: { $value }
fault-slug = not small letters, digits and single hyphens
fault-id-region = must start with "{ $start }-", the region
fault-id-taken = the id is taken already, at { $place }
fault-file-region = not the region of the file, { $region }
fault-file-name = the file is not named after a region (ns.json)
fault-phone = not a number that can be dialled in Canada
fault-extension = not digits alone
fault-long-extension = more than seven digits: perhaps a number of its own
fault-email = not an e-mail address
fault-address = not an address that starts with https:// or http://
fault-corrections-to = neither one e-mail address nor one address of the web
fault-date = no such day
fault-language = a language without a name in the messages
fault-shelter-address = a shelter’s address is never given
fault-hours-differ = read otherwise in English than in French
fault-always-open = always open and the hours do not agree
fault-label-hours = repeats the hours of the number
fault-gloss = a gloss beside a name that is French already
fault-english-word = an English word in the French: { $word }
fault-other-language = the address of a page in the other language
fault-year = no year for this: { $year }
fault-language-count = not a likely number of languages
fault-distance = not a likely distance in kilometres
fault-no-places = needs places
fault-unknown-place = no place of that name is known in the region: { $place }
fault-source = a source without an address or a title
fault-unreadable = cannot be read: { $reason }
fault-unknown-value = “{ $name }” is none of: { $expected }
fault-unknown-field = there is no field “{ $name }”
fault-missing-field = the field “{ $name }” is missing
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
fault-place-outside = outside its province or territory
fault-place-zone = cannot keep the time of { $zone }
fault-place-twice = the name of another place too
fault-area-empty = no town
fault-area-place = no place “{ $name }”
fault-contact-place = the name “{ $name }” is that of { $count } places
fault-unused-note = no point names this source: { $note }
fault-dead-link = leads nowhere: { $link }
fault-term-of-topic = leads to the glossary, but a topic is about it: link to { $link }
fault-other-number = { $number } is not a number of { $contact }
fault-unknown-number = no contact has { $number }, and no source stands beside it
fault-no-callable = does not begin with a contact of { $region } that can be called
fault-other-label = "{ $label }" leads elsewhere: { $link }
fault-bare-emergency = 911 does not work everywhere: write { $token }
fault-mood = an instruction in the infinitive: { $word }
fault-wording = write "{ $right }"
fault-no-phrases = no phrases in "{ $language }"
fault-nobody-to-call = nobody to call in this region: { $region }
fault-open-later = somebody open day and night must come first in this region: { $region }
fault-path-long = more than { $most } questions before a leaf
fault-path-unreachable = no answers lead here
fault-path-danger = the first answer does not lead to the emergency number
fault-path-child = consent is asked about a child
fault-path-authority = shows { $contact } to an adult who was not asked
fault-path-911 = says 911, which not every region has
check-pathways-summary = { $leaves } leaves of the questions

## Command line: schema

schema-about = Print the JSON Schema of a file format
schema-format = The format: directory, pack or bookmarks

## Command line: check --coverage (docs/coverage.md)

coverage-title = Which help can be called where
coverage-introduction = How many contacts with a number the directory has, by kind of help, for all of Canada (CA) and for each province and territory. `havre check --coverage` prints this page, and a test holds it to the directory.
coverage-kind = Kind of help
coverage-victim-support = Victim support
coverage-no-number = No number found
coverage-cell-national = (CA)
coverage-cell-no-program = none
coverage-cell-gap = missing
coverage-national = What regions lack
coverage-national-alone = { $kind }: Canada-wide contacts only in { $regions }.
coverage-no-program = { $kind }: no program in { $regions }; the guide says so, and whom to call.
coverage-gap = { $kind }: nobody to call in { $regions }.
coverage-holes = Known holes
coverage-hole-police-based = No police-based victim service was found in the territories, Prince Edward Island, and Newfoundland and Labrador.
coverage-hole-compensation = No compensation program was found in Newfoundland and Labrador.
coverage-hole-offices = Missing: numbers of the offices of New Brunswick Victim Services, and of most shelters’ own crisis lines in New Brunswick and in Newfoundland and Labrador.
coverage-hole-crown = Missing: direct lines of Crown offices.
coverage-hole-sex-work = Missing: numbers of SWAN, Butterfly, Maggie’s, Stella, Safe Harbour Outreach, Peers and WISH.
coverage-hole-cavac = Missing: direct numbers of most regional CAVAC centres in Quebec; the network’s line connects to them.
coverage-hole-shelters = Missing: shelters in Greater Sudbury and Timmins, and direct numbers of those in Brandon.
coverage-hole-audiences = Few services for men and for Deaf people were found outside of a few provinces.


## Command line: search

cli-now-about = Whom to call now: one number for each kind of help
cli-now-nothing = The packs in use leave no contact to call. To see which ones: havre packs
cli-now-line = { $kind }: { $number }, { $state } ({ $name })
cli-now-line-town = { $kind }: by town; try --region with yours ({ $name }: { $number }, { $state })
cli-now-line-unsure = { $kind }: { $number }, { $state } ({ $name }; ask whether it serves your town)
cli-now-line-doubtful = { $kind }: { $number }, { $state } ({ $name }; confirm first)
cli-search-about = Find contacts and topics of the guide
cli-search-words = What to look for: names, everyday words, places, digits of a number; - reads them from standard input, where nobody else on the machine sees them
cli-search-category = Only contacts of this category (its slug, such as shelter)
cli-search-category-slugs = one of { $slugs }
cli-search-limit = How many hits to show
cli-search-limit-numbers = a whole number, 1 or more
cli-search-near = Search from that town, and what is near it first
cli-search-open-now = Only what is known to be open now
cli-search-tsv = As tab-separated values: id, kind, name, number, region, and confirm for a number to confirm first or reported for one that you found wrong
cli-search-batch = Read JSON lines ("query", and "region" if other than --region) and answer each with a JSON line
cli-value-words = WORDS
cli-value-slug = SLUG
cli-search-contact = { $name } · { $phone } · { $region }  [{ $id }]
cli-search-topic = { $name } · guide  [{ $id }]
cli-search-no-phone = no phone number
cli-search-more =
    { $count ->
        [one] … and one more
       *[other] … and { $count } more
    }
cli-search-nothing = Nothing found for "{ $words }".
cli-search-without-words =
    { $hits ->
        [one] Without "{ $words }": one hit
       *[other] Without "{ $words }": { $hits } hits
    }
cli-search-without-filter =
    { $hits ->
        [one] In any category: one hit
       *[other] In any category: { $hits } hits
    }
cli-search-not-open =
    { $hits ->
        [one] Open or not: one hit
       *[other] Open or not: { $hits } hits
    }
cli-search-bad-line = Line { $line } is not a query: { $reason }

## Command line: bookmarks

cli-bookmarks-about = Your bookmarks: list, change, merge, restore
cli-bookmarks-about-list = List your bookmarks in your order
cli-bookmarks-about-add = Bookmark a contact
cli-bookmarks-about-remove = Take a bookmark away, with its note and labels
cli-bookmarks-about-note = Write a note about a service; an empty text takes it away
cli-bookmarks-about-merge = Merge other copies of your list into it; without files, those that a sync tool left beside it
cli-bookmarks-about-export = Write your bookmarks, notes and own contacts for a colleague; not what you found when you called
cli-bookmarks-about-import = Take in the lists of colleagues; says first what they bring
cli-bookmarks-about-restore = Go back to one of the newest good versions
cli-bookmarks-about-path = Say where the file is
cli-bookmarks-about-schema = Print the JSON Schema of the file
cli-bookmarks-about-wipe = Remove your list, its backups, your settings and what you wrote to hand over from this machine
cli-bookmarks-help-tsv = As tab-separated values: id, name, number, hours, note, and confirm for a number to confirm first or reported for one that you found wrong
cli-bookmarks-help-id = The contact’s id, as `havre search` prints it
cli-bookmarks-help-text = The note, about the service, never about a client; - reads it from standard input
cli-bookmarks-help-file = Another copy of the list; - is standard input
cli-bookmarks-help-number = Which version, 1 being the newest; without it, you are asked
cli-bookmarks-help-yes = Do not ask
cli-bookmarks-team = From your team: { $name } ({ $path })
cli-bookmarks-none = You have no bookmarks yet.
cli-bookmarks-kept-aside = Your list could not be read, so nothing can be shown. Its file is kept as it was; havre doctor says where.
cli-bookmarks-line = { $name } · { $number } · { $hours }  [{ $id }]
cli-bookmarks-added = Bookmarked: { $name }
cli-bookmarks-already = Bookmarked already: { $name }
cli-bookmarks-help-contact = Take away the contact of your own itself, with its bookmark
cli-bookmarks-not-own = No contact of your own has the id { $id }. Nothing was changed.
cli-bookmarks-own-removed = Contact removed: { $name }
cli-bookmarks-removed = Removed: { $name }
cli-bookmarks-noted = Noted: { $name }
cli-bookmarks-note-too-long = A note has { $most } characters at most. Nothing was changed.
cli-bookmarks-unknown = No contact has the id { $id }.
cli-bookmarks-not-bookmarked = There is no bookmark of { $id }.
cli-bookmarks-note = note: { $text }
cli-bookmarks-labels = labels: { $labels }
cli-bookmarks-brings-bookmark = New bookmark: { $name }, { $numbers }
cli-bookmarks-brings-removal = Bookmark removed: { $name }
cli-bookmarks-brings-own = New contact of your own: { $name }, { $numbers }
cli-bookmarks-brings-own-removal = Contact of your own removed: { $name }
cli-bookmarks-brings-own-words = Contact of your own with other words: { $name }
cli-bookmarks-brings-numbers = Other numbers: { $name }, { $new } in place of { $old }
cli-bookmarks-brings-note = Note on { $name }: { $text }
cli-bookmarks-brings-no-note = Note taken away: { $name }
cli-bookmarks-brings-labels = Labels of { $name }: { $labels }
cli-bookmarks-brings-mark = Mark on { $name }: { $mark }
cli-bookmarks-brings-no-mark = Mark taken away: { $name }
cli-bookmarks-brings-directory = The directory has { $numbers }, and these count.
cli-bookmarks-brings-not-again = Stays removed: { $name }, { $numbers }. You removed it later than it was put there.
cli-bookmarks-merge-not-again = Nothing else in it is new.
cli-bookmarks-merge-question = Merge this into your list? Type yes to go on:
cli-bookmarks-merge-needs-yes = Standard input is the list and cannot answer as well. To merge it, repeat the command with --yes.
cli-bookmarks-merged = Merged.
cli-bookmarks-merge-nothing = Nothing in it is new.
cli-bookmarks-no-copies = There are no other copies to merge.
cli-bookmarks-merge-newer = { $path } was written by a newer havre. It was not merged.
cli-bookmarks-merge-damaged = { $path } is damaged in { $place }. What could be read of it is merged.
cli-bookmarks-merge-empty = { $path } has nothing that could be merged: it is damaged in { $place }.
cli-bookmarks-no-backups = There are no older versions.
cli-bookmarks-backup = { $number }: { $count ->
    [one] one bookmark
   *[other] { $count } bookmarks
}, replaced on { $date } at { $time } UTC
cli-bookmarks-which-backup = Which one? (its number; Enter for none)
cli-bookmarks-no-such-backup = There is no version { $number }.
cli-bookmarks-restored = Restored.
cli-bookmarks-nothing-done = Nothing was changed.
cli-bookmarks-wipe-question = This removes your list, its backups, your settings and the pages to hand over (folder exchange) from { $path }. Close other havre windows first. Type yes to go on:
cli-bookmarks-yes = yes
cli-bookmarks-wiped = Removed. Copies that a sync tool carried to other machines are still there.
cli-bookmarks-wipe-failed = { $path } could not be removed: { $trouble }
cli-bookmarks-save-failed = Not saved: { $trouble }: { $path }
corrections-about = Print what you found right or wrong when you called, for whoever keeps each directory
corrections-help-format = The format: text, json, csv, hsds (records of changes) or eml (a message to send)
corrections-help-json = The same as --format json
corrections-help-pack = Only what concerns this pack; havre is the directory in the program
corrections-help-all-workers = Of all workers of this machine, as far as you may read their files
corrections-none = No contact is marked.
corrections-unread = { $path } was left out: { $trouble }
corrections-damaged = { $path } is damaged in { $place }: only what could be read of it is here.
corrections-newer = { $path } is of a newer havre: only what this one understands is here.
corrections-which-pack = A message goes to one address. Name one with --pack: { $packs }
corrections-no-pack = Nothing of this concerns a directory: there is no message to send.
corrections-of-embedded = Corrections to havre’s directory
corrections-of-pack = Corrections to the pack { $pack } of { $publisher }, { $date }
corrections-of-gone = Contacts that no directory has any more
corrections-of-own = Your own contacts
corrections-to = To: { $address }
corrections-to-nobody = No address is set. Give them to whoever coordinates your team.
corrections-to-publisher = The pack names no address. Ask { $publisher }.
corrections-to-own = These are yours: edit (e) on the contact changes it.
corrections-line = { $name } ({ $id }): { $mark }, { $date }
corrections-numbers = In the directory: { $numbers }
corrections-workers = { $count } workers
corrections-title = What you found wrong
corrections-nothing = Nothing so far. v on a contact says what you found when you called.
plain-corrections-nothing = Nothing so far. Type called at a contact to say what you found.
corrections-item = { $name }: { $mark }, { $date }
corrections-words = “{ $words }”
corrections-choose = Choose one of what you found wrong: x takes it back.
corrections-as-text = As text, as a code or as a file
corrections-as-code = As a code to scan
corrections-nobody-named = Nothing in it is about you or a client. Nothing leaves this machine by itself.
corrections-file = corrections
cli-bookmarks-no-home = This account has no home folder. Please name a folder with --data-dir.
cli-bookmarks-bad-folder = The folder given with --data-dir cannot be used.
cli-bookmarks-worker-length = A worker’s name has 1 to 64 characters.
cli-bookmarks-worker-characters = A worker’s name is made of letters, digits, hyphens, underscores and dots.

## Packs

packs-about = List the packs that stand over the directory, add or remove one
packs-about-list = List the packs, in the order in which they are put over the directory
packs-about-add = Add a pack, or a newer one in place of the old
packs-about-remove = Remove a pack that was added here
packs-about-show = Show a pack and which records it replaces or takes away
packs-help-name = The name of the pack
packs-help-file = The pack; its signature, if any, beside it (FILE.minisig); - is standard input
packs-help-replace-emergency = Also take numbers on which a life may depend (911, 988, crisis lines) from an unsigned pack; confirm each one first
packs-help-take-away = Agree to a pack that takes away a quarter of the directory or more
packs-count = { $count ->
    [one] 1 contact
   *[other] { $count } contacts
}
packs-embedded = in the program
packs-own = added here
packs-of-host = for everyone on this machine
packs-signed = signed
packs-not-signed = unsigned
packs-superseded = not used, for a later pack has its name: { $path }
packs-added = The pack { $name } is added. New contacts: { $added }. Replaced: { $replaced }. Taken away: { $removed }.
packs-changes = New contacts: { $added }. Replaced: { $replaced }. Taken away: { $removed }.
packs-instead = in place of the one of { $date }
packs-differences = Of all contacts, new: { $new }. Other numbers: { $numbers }. Other hours: { $hours }. Closed or taken away: { $closed }. Gone: { $gone }.
packs-bookmark-new = Your bookmark { $name } ({ $id }): the directory has it again.
packs-bookmark-closed = Your bookmark { $name } ({ $id }): its publisher says that it is closed, or takes it away.
packs-bookmark-gone = Your bookmark { $name } ({ $id }): the directory no longer has it.
packs-bookmark-numbers = Your bookmark { $name } ({ $id }): its number was { $was }, now { $now }.
packs-bookmark-hours = Your bookmark { $name } ({ $id }): its hours were { $was }, now { $now }.
packs-other-numbers = { $name } ({ $id }): its number was { $was }, now { $now }.
packs-held = Not taken: { $name } ({ $id }). Its number stays { $was }; the pack has { $now }.
packs-held-gone = Not taken away: { $id }. Its number stays { $was }.
packs-held-name = Not taken: { $name } ({ $id }). Its name stays { $kept }, and its number { $was }.
packs-held-why = A life may depend on these numbers, and the pack is not signed. If you have confirmed each one: havre packs add FILE --replace-emergency
packs-held-file = FILE is { $path }
packs-cleaned = Line { $row }, { $name } ({ $fields }): { $why }
packs-conflict-number = { $name } ({ $id }): its hours are now { $hours }, but those of its number { $number } are still { $other }. The card shows those of the number: if they changed too, edit them in phones.
packs-conflict-always = { $name } ({ $id }): always_open is yes, but its hours are { $hours }. A search for 24/7 finds it: set always_open to no.
packs-conflict-not-always = { $name } ({ $id }): its hours are { $hours }, but always_open is no. A search for 24/7 does not find it: set always_open to yes.
packs-conflict-languages = { $name } ({ $id }): its hours are { $hours } in English, and { $other } in French. The English ones tell whether it is open: edit both.
packs-hours-none = not stated
packs-numbers-none = none
packs-removed = The pack { $name } is removed.
packs-left-of-host = The pack { $name } of { $date }, for everyone on this machine, is in use now. Only its administrator can remove it.
packs-takes-much = The pack { $name } takes away { $count ->
    [one] { $count } contact
   *[other] { $count } contacts
}. Numbers on which a life may depend among them: { $vital }. Nothing was changed. If that is meant: { $command }
packs-remove-embedded = The directory { $name } is part of the program and stays.
packs-remove-host = The pack { $name } is for everyone on this machine: only its administrator can remove it.
packs-unknown = There is no pack { $name }. The list: havre packs
packs-licence = Licence: { $licence }
packs-corrections-to = Corrections go to: { $address }
packs-corrections-unknown = It does not say where corrections go: ask its publisher.
packs-replaces = Replaces { $id } ({ $name }) of { $pack }, checked on { $date }
packs-takes-away = Takes away { $id } ({ $name }) of { $pack }, checked on { $date }
cli-standard-input = standard input
cli-waits-for-input = waiting for standard input: paste or type it here, then press Enter and Ctrl-D. Ctrl-C stops.
file-missing = there is no such file.
file-denied = this account may not read it.
file-folder = it is a folder.
file-none = it is no file but a folder, a device or a pipe.
file-too-large = it is larger than any such file.
file-full = the disk is full.
file-read-only = the disk can only be read.
file-no-folder = a file is in the place of its folder.
file-no-such-folder = there is no such folder.
file-not-writable = this account may not write there.
file-of-another = another account owns { $path }. If you know why it is there, make it yours or root’s (chown).
file-open-to-others = others can write to { $path }. To close it: chmod go-w { $path }
file-sticky = others can write to { $path }: only a file of a new name is written there. Choose another name, or a folder of your own.
file-foreign-link = { $path } is a link that another account made. Remove it.
file-link-elsewhere = { $path } is a link to something that is not havre’s. Remove it.
file-link-nowhere = { $path } is a link that leads nowhere. Remove it.
file-no-locks = { $path } cannot be locked. Keep it on this computer’s own disk.
pack-unreadable = The pack { $path } cannot be read: { $reason }
pack-distrusted = { $path } is not used as a pack: { $reason }
pack-unwritten = The pack { $path } cannot be written: { $reason } Nothing was changed.
pack-unremoved = The pack { $path } cannot be removed: { $reason }
pack-ahead = The pack { $path } is dated { $date }, which has not come. It is not used, because it would stand above every later pack. Ask its publisher for one with the right date.
pack-date-unknown = The clock of this computer is wrong: whether the date of the pack has come cannot be checked.
pack-foreign = { $path } is not a pack of havre. It changes nothing. A directory of another program is taken in with: havre import { $path }
pack-newer-format = The pack { $path } is of a newer format ({ $version }): install a newer havre. It changes nothing.
pack-damaged = This pack is damaged and changes nothing. { $at }
pack-unsigned = The pack { $path } is not signed, and this machine takes only signed packs. It changes nothing.
pack-untrusted = The pack { $path } is not signed by anyone whom this machine trusts, or was changed after it was signed. It changes nothing.
pack-keys = No pack is used: the keys that this machine trusts cannot be read in { $path }: { $reason }
pack-changed = The pack { $path } changed while it was used. Start havre again.
record-unreadable = Record that cannot be read
record-unreadable-description = The file of its pack changed while havre was open. Start havre again to read it.
pack-field = { $field }
pack-left-out = The pack { $name } can no longer be read. The directory is shown without it, so a number may be an older one. { $why }
pack-older = A later pack { $name }, of { $date }, is there already. To go back, remove it first: havre packs remove { $name }
card-pack = From the pack { $pack } of { $publisher }, { $date }
card-pack-unsigned = From the pack { $pack } of { $publisher }, { $date }, unsigned
card-replaces = In place of the record of { $pack }, checked on { $date }
card-replaces-embedded = In place of the record in the program, checked on { $date }
packs-would-add = Nothing was written. The pack { $name } would change this. New contacts: { $added }. Replaced: { $replaced }. Taken away: { $removed }.

## Directories that are imported

import-help-name = The name of the pack that the files become
packs-import-name = --name has small letters, digits and single hyphens, 64 at most, is not "havre", and does not begin with "own".
packs-import-nameless = Standard input has no name to call the pack by. Give one: havre import --name NAME -
packs-import-licence = not stated
packs-import-done = The pack { $name } is written. Contacts: { $taken }. Records left out: { $dropped }. Repeated records, merged: { $merged }.
packs-import-would = Nothing was written. The pack { $name } would be written. Contacts: { $taken }. Records left out: { $dropped }. Repeated records, merged: { $merged }.
packs-import-nothing = Nothing in it can be taken. Records left out: { $dropped }. Nothing was changed.
packs-import-nothing-new = Nothing in it is new. Records left out: { $dropped }. Nothing was changed.
packs-import-known = { $count ->
    [one] One record says the same as the program’s: it is left out, and the program’s stays.
   *[other] { $count } records say the same as the program’s: they are left out, and the program’s stay.
}
packs-import-takes-much = The pack { $name } takes away { $count ->
    [one] { $count } contact
   *[other] { $count } contacts
}, a large part of the program’s. Nothing was changed. Ask its publisher whether they are closed; if so, ask for a pack.
packs-import-alike = { $count ->
    [one] (and in one more row: { $last })
   *[other] (and in { $count } more rows, the last of them { $last })
}
packs-import-more = … and { $count } more; --json prints them.
packs-import-cut-off = The file is cut off: it ends in the middle of a record. Nothing was changed. { $at }
packs-import-unexpected = The file is not JSON of services. Nothing was changed. { $at }
packs-import-too-large = A record is too large to be one. Nothing was changed. { $at }
packs-import-large = { $path } is not taken: tables of more than { $limit } MB do not fit into the memory. Nothing was changed. Ask its publisher for JSON, which may have any size.
zip-damaged = The archive { $path } is damaged: { $text }. Nothing was changed.
zip-outside = The archive { $path } is not taken: the name { $text } leads out of its folder. Nothing was changed.
zip-packed = The archive { $path } is not taken: { $text } is encrypted or packed in an unknown way. Unpack it and give the folder.
zip-too-large = The archive { $path } is not taken: unpacked, it is too large to be a directory. Nothing was changed.
sheet-encoding = The table { $path } is not UTF-8: letters would be lost. Save it as “CSV UTF-8”.
sheet-unclosed = The table is not taken. { $at }: a quotation mark that opens a cell is never closed.
sheet-no-columns = The table { $path } is no pack: it has no column “id”. A table to edit is written by: havre export --format pack-csv
sheet-column = The table { $path } has a column that no contact has: “{ $column }”. A table to edit is written by: havre export --format pack-csv
sheet-cell = The table is not taken. { $at }: “{ $text }” cannot stand in the column “{ $column }”.
progress-pack = Comparing with what is there
progress-index = Preparing the search
progress-import = Reading: { $done } contacts
hsds-not-json = left out, for it is not JSON: { $text }
hsds-no-service = left out, for it is not a service
hsds-no-name = left out, for it has no name
hsds-inactive = left out, for its publisher says: { $text }
hsds-same-id = left out, for an earlier record has its id
hsds-same-id-numbers = left out, for an earlier record has its id; it has: { $text }
hsds-number = not a clear number; kept as text, never dialled: { $text }
hsds-extension-zero = extension 0 left out, which many publishers write for none: { $text }
hsds-extension-whose = it is not clear to which of the numbers the extension belongs; kept as words beside each: { $text }
hsds-extension-label = ext. { $text }?
hsds-email = left out, not an e-mail address: { $text }
hsds-address = not an address of the web; kept as text in the description: { $text }
hsds-scheme = written without “https://”, which was put before it: { $text }
hidden-name = Service at a confidential address
hsds-confidential = street address left out, for it must stay unknown
hsds-of-secret = street address left out, for it is that of a confidential service
hsds-postal = left out, an address for mail and no place to go: { $text }
hsds-label = the words beside a number are long and were cut; the whole: { $text }
hsds-no-region = names no province or territory; listed for all of Canada (or use --region)
hsds-region-town = names no province or territory; listed in { $region }, where { $text } is
hsds-region-number = names no province or territory; listed in { $region } by its number { $text }
hsds-export-doubt = Confirm first: { $reasons }
hsds-hours = left out, hours that cannot be read: { $text }
hsds-language = not a language that havre has a name for; kept as text: { $text }
hsds-page = { $all ->
    [one] a page without the only item, which is in another file
   *[other] a page with { $here } of { $all } items: the others are in other files
}
hsds-page-with-more = { $here ->
    [one] a page with { $here } item, though it says { $all }: it was read
   *[other] a page with { $here } items, though it says { $all }: all were read
}
hsds-alone = left out, for the table of services, locations or organizations is missing
hsds-unjoined = left out, for it belongs to no service of these files
hsds-unread = left out, a table that havre does not read
hsds-no-directory = left out, JSON without services
hsds-no-tables = nothing in it that havre reads: no table of services (services.csv) and no JSON. Save a workbook as CSV
hsds-ragged = has more or fewer cells than the head of its table
hsds-unclosed = a quotation mark is never closed: the row is read to the end of its line; compare it with the original
hsds-guessed = its letters had to be guessed; please check “{ $text }”
hsds-too-long = left out: it is longer than 4 MB

## Command line: import

import-about = Take in contacts of other programs as your own, or a directory as a pack
import-help-file = The files to read: vCard; CSV of Google, Outlook or havre; a pack or its table; HSDS, also a folder or a zip archive of its tables; - is standard input
import-help-kind = What the files are; auto tells by their content
import-help-dry-run = Say what would come in and write nothing
import-unreadable = { $path } cannot be read: { $trouble }
import-mixed = { $first } and { $other } are of different kinds: contacts of your own, a directory, or a pack. Nothing was changed. Import one kind at a time.
import-remark = { $place }: { $why }
import-row = entry { $row }
import-no-number = “{ $text }” has no number and no website: not taken.
import-many-without-number = { $file }: { $count } entries ({ $names }, …) have no number and no website: not taken.
import-wrong-format = this is no file of contacts that havre can read. Export it as vCard (.vcf) or CSV.
foreign-empty = the file is empty.
foreign-picture = the file seems to be a picture. havre reads none.
foreign-pdf = the file seems to be a PDF. havre reads none: ask for the contacts as vCard (.vcf) or CSV.
foreign-office = the file seems to be a workbook or document of an office program. Save it there as CSV.
foreign-packed = the file seems to be compressed. Unpack it, and give what is in it.
foreign-program = the file seems to be a program.
foreign-page = the file seems to be a web page. havre reads none: ask for the contacts as vCard (.vcf) or CSV.
foreign-database = the file seems to be a database. Export its contacts as vCard (.vcf) or CSV.
foreign-recording = the file seems to be a recording, sound or film.
foreign-bytes = the file is no text: it is of another program, or damaged.
import-cut-off = the file is cut off here. What stands before it was read; compare it with the original.
import-unclear-number = “{ $text }” is not clear as a number: kept as text, never dialled.
import-wrong-character = in “{ $text }”, “{ $character }” is not part of a phone number: kept as text, never dialled.
import-pager = “{ $text }” is a pager, which nobody answers: kept as text, never dialled.
import-stray-number = “{ $text }” looks like a number, but it is not known what the field is for: kept as text, never dialled.
import-nameless = it has no name, and is called “{ $text }”.
import-guessed = its letters had to be guessed: please check “{ $text }”.
import-private = “{ $text }” is not public, as the file says: left out.
import-inactive = “{ $text }” is closed or not in operation, as the file says: not taken.
import-above-head = “{ $text }” stands above the headings: not read.
import-website = “{ $text }” is no address that a browser opens: left out.
import-ragged = the row has more cells than there are headings: “{ $text }” is left out.
import-unclosed = a quotation mark is never closed: the row of “{ $text }” is read to the end of its line. Compare it with the original.
import-headings = its headings do not have both a column for names and one for numbers: { $text }. Call them “Name” and “Phone”.
import-unread = columns not read: { $text }.
import-kept = “{ $text }” has no field of its own here: kept in the description.
import-email = “{ $text }” is no e-mail address: left out.
import-scheme = “https://” was put before “{ $text }”.
import-told-address = the address that stood in it must stay unknown, and is left out.
export-reported = { $name }: you found { $number } out of service.
import-field-name = name
import-field-organization = organization
import-field-description = description
import-field-title = title
import-field-hours = hours
import-field-website = website
import-field-categories = categories
import-field-phone = phone
import-field-email = e-mail
import-differs = { $file }, entry { $row }: “{ $name }” ({ $numbers }) is among your contacts with other contents ({ $fields }): { $id }, { $yours }. Yours stays as it is; --replace puts the one of the file in its place.
import-differs-here = { $file }, entry { $row }: “{ $name }” ({ $numbers }) has the identifier of another entry, with other contents. It is not taken.
import-replaced = { $file }, entry { $row }: “{ $name }” ({ $numbers }) replaces yours ({ $fields }): { $id }, { $yours }.
import-would-replace = { $file }, entry { $row }: “{ $name }” ({ $numbers }) would replace yours ({ $fields }): { $id }, { $yours }.
import-other-province = { $file }, entry { $row }: “{ $name }” stands under { $region }, and { $number } is a number of { $province }. Check which is right.
import-more-alike = … and { $count } more of the same kind.
import-where = Find them with havre search NAME, and in the Directory tab. havre bookmarks remove --contact ID takes one away.
import-help-replace = Put contacts of the file in the place of your own with the same name that say other things
import-field-place = town
import-field-languages = languages
import-directory-has = “{ $name }” is in the directory, too: { $known } ({ $id }), { $numbers }.
import-directory-differs = “{ $name }” has other numbers in the directory: { $known } ({ $id }), { $numbers }. Confirm which are right.
import-left-out = Left out on purpose, for they may be about a person or a place to keep secret: { $fields }.
import-left-out-photos = { $count ->
    [one] 1 photo
   *[other] { $count } photos
}
import-left-out-personal = { $count ->
    [one] 1 birthday or relative
   *[other] { $count } birthdays and relatives
}
import-left-out-notes = { $count ->
    [one] 1 note
   *[other] { $count } notes
}
import-left-out-addresses = { $count ->
    [one] 1 address (its town at most was taken)
   *[other] { $count } addresses (their towns at most were taken)
}
import-taken = { $rows } read, { $taken } taken in, { $known } were there already.
import-would-take = { $rows } read, { $taken } would be taken in, { $known } are there already. Nothing was written.


## Command line: export, and where pages go

export-about = Write contacts for other programs, or as a directory
export-help-format = The format: vcard; csv; hsds (JSON) or hsds-csv (tables: a folder, or a zip archive); pack (for havre), pack-csv (to edit it)
export-help-version = The version of vCard: 3.0 (telephones) or 4.0
export-help-separator = The sign between cells of CSV: , or ; (Excel in French)
export-help-category = Only contacts of this category; --region: only of this region
export-own-left-out = { $count ->
    [one] Your own contact is left out: a directory is for everybody.
   *[other] Your own { $count } contacts are left out: a directory is for everybody.
}
selection-help-id = The contacts, by their ids or words of their names ("in quotation marks")
selection-help-bookmarks = All of your bookmarks
selection-unknown = There is no contact { $id }.
selection-gone = { $name } ({ $id }) is left out: it is no longer in the directory, so its number may be wrong.
selection-none = There is no such contact. havre search finds ids.
selection-unnamed = Name a contact, by its id or words of its name, or add --bookmarks. havre search finds ids.
output-help-output = Write to this file, readable by you alone
output-help-force = Write over a file that is there
output-written = Written to { $path }. To remove it: { $command }
output-exists = { $path } is there already, and was not changed. Choose another name, or add --force.
output-failed = { $path } cannot be written: { $trouble }
card-about = Make a card to hand over (--lang both: in both languages)
card-help-format = The kind: text, sms, html (to print) or wallet
card-help-discreet = Only a few words and the number: no names, nothing that tells
card-help-words = The words before the number of a discreet card
card-replaced-number = { $name }: { $why }. Confirm it first.
card-no-number = { $name } has no number that can be dialled.
handout-title = Numbers
handout-discreet = Call
handout-discreet-emergency = Emergency
handout-discreet-health = Health
handout-discreet-housing = Housing
handout-discreet-family = Family
handout-discreet-forms = Papers and forms
handout-discreet-information = Information
handout-discreet-office = Office
handout-discreet-talk = To talk
handout-step = Next step: call this number.
handout-step-website = Next step: open this page.
handout-hours = Answers: { $hours }
handout-say = You can say: “I was given this number. Can you help me?”
handout-languages = Languages: { $languages }
handout-name = Name:
handout-kind-sms = Text message (SMS)
handout-kind-text = Plain text
handout-kind-html = Page to print
handout-kind-wallet = Wallet size
handout-extent-sms = { $count ->
    [one] { $count } message of 160 characters
   *[other] { $count } messages of 160 characters
}
handout-extent-text = half a page a contact
handout-extent-html = one sheet for six contacts, large numbers
handout-extent-wallet = four on a sheet, to cut and fold once
handout-form-title = { $count ->
    [one] A page to hand over: { $count } contact
   *[other] A page to hand over: { $count } contacts
}
handout-doubtful = { $name }: confirm this number before you give it; its card says why.
handout-reported = { $name }: you found its number out of service.
handout-missing = Not on the page: { $names }. { $count ->
    [one] It is no longer in the directory, so its number may be wrong.
   *[other] They are no longer in the directory, so their numbers may be wrong.
  }
handout-nothing-asked = Nothing about the person is asked for, and nothing is kept.
handout-whom = Contacts
handout-whom-one = this one; m in a list marks several
handout-whom-marked = marked (m): { $count }
handout-whom-bookmarks = all bookmarks: { $count }
handout-whom-label = bookmarks with this label: { $count }
handout-spoken = Language
handout-english = English
handout-french = French
handout-both = English and French
handout-how = Discreet
handout-discreet-yes = yes: your first words and the number, no names
handout-discreet-no = no
handout-words-each = what each is for: To talk, Housing…
handout-words = First words
handout-file = card
handout-printed = On paper the numbers are large. The text of the page:
handout-preview = To hand over: { $kind }
paper-write = Write it to the file { $name }
paper-rename = Another name
paper-written = Written: { $name }
paper-where = It is in havre’s own folder, and only you can read it. Tab chooses one of the lines below, y copies it.
paper-for-colleague = Your colleague takes it with i in the Bookmarks.
paper-open = To open or print it, type this address into a web browser; Ctrl-P prints:
paper-carry-window = To take it along on a USB key: in the computer’s file window press Ctrl-L, type this folder, and drag the file onto the key. If a browser may not read it here, open it on the key.
paper-carry-shell = Or in a shell, while the key is in the computer:
paper-host = COMPUTER
paper-fetch = It is on the other computer. In a shell of your own, this fetches it (COMPUTER is the name of the other); a web browser opens and prints it:
paper-how-removed = When it is no longer needed, x removes it; or, in a shell:
paper-remove = Remove it now
notice-file-written = Written: { $path }
notice-file-removed = Removed: { $name }
notice-file-not-removed = It could not be removed: { $reason }
notice-file-folder = A file can only go into { $folder }: type a name without “{ $sign }”. The page after it says how to take the file elsewhere.
notice-file-sign = A file’s name cannot have “{ $sign }”: only letters, digits, spaces, “-”, “_” and “.”.
notice-file-not-written = It was not written: { $reason }
notice-picked = { $count ->
    [0] Nothing is marked.
   *[other] Marked: { $count }. c makes a page to hand over.
}
plain-picked = { $count ->
    [0] Nothing is marked.
   *[other] Marked: { $count }. Type hand over for a page of them.
}


## Command line: show, guide and completions

show-about = Show a contact’s card
show-value = ID|NAME
show-help-id = The contact’s id, or words of its name
show-none = No contact is called “{ $name }”. havre search finds contacts.
show-several = “{ $name }” may be { $count } contacts. Ask for one by its id:
guide-about = Print the guide, or a tab or a topic of it
guide-value = TAB[#TOPIC]
guide-help-topic = What to print (reporting, reporting#consent-first); without it, the headings
guide-unknown = The guide has no “{ $name }”. havre guide lists its tabs and topics.
completions-about = Print a script that has your shell complete commands and options
completions-help-shell = The shell: bash, zsh or fish


## Command line: doctor

doctor-about = Say what is right and what is off, for whoever helps with this machine
doctor-mark-ok = ok
doctor-mark-note = -
doctor-mark-off = !
doctor-sum = { $count ->
    [0] Nothing is off.
    [one] One thing is off: it has a ! before it.
   *[other] { $count } things are off: they have a ! before them.
}
doctor-terminal = Terminal
doctor-terminal-none = none: input or output is a file or a pipe
doctor-terminal-unnamed = TERM is not set
doctor-terminal-ssh = { $term }, over SSH
doctor-terminal-plain = It takes no escape codes, so havre speaks in numbered lines. If it can in truth, set TERM to its name, such as xterm-256color.
doctor-size = Size
doctor-size-sides = { $width } columns, { $height } rows
doctor-size-untold = The terminal does not say. havre takes it for 80 by 24; stty cols 80 rows 24 sets it.
doctor-size-small = Too small to work in: at least 30 columns and 8 rows, better 80 and 24.
doctor-colours = Colours
doctor-colours-all = 16
doctor-colours-none = none here
doctor-colours-unwanted = none: NO_COLOR asks for none
doctor-locale = Locale
doctor-locale-none = none is set
doctor-locale-ascii = It is not UTF-8, so accents are left out. Set LANG to one that is, such as en_CA.UTF-8; over SSH, the server must accept it (AcceptEnv LANG LC_*).
doctor-clipboard = Clipboard
doctor-clipboard-way = y sends the number to the terminal (OSC 52). Whether it is taken cannot be asked: try it. Y shows it to select by hand.
doctor-clipboard-tmux = tmux passes it on with: set -g set-clipboard on
doctor-clipboard-screen = screen may not pass it on.
doctor-multiplexer = Kept by
doctor-multiplexer-history = What it keeps of earlier screens, Ctrl-X cannot clear.
doctor-language = Language
doctor-language-set = { $name }, from the settings
doctor-language-preset = { $name }, from --lang or the locale
doctor-folder = Files
doctor-folder-later = { $path } (will be made at the first start)
doctor-folder-trouble = { $path }: { $trouble }
doctor-folder-open = Other accounts of this machine can look into it. To close it: chmod 700 { $path }
doctor-folder-full = Nothing more can be saved before long: make room on the disk.
doctor-folder-denied = Give this folder to the account that runs havre, or name another one with --data-dir.
doctor-room = Disk
doctor-room-megabytes = { $number } MB free
doctor-room-gigabytes = { $number } GB free
doctor-list = Bookmarks
doctor-list-none = none yet
doctor-list-good = { $count ->
    [one] one item
   *[other] { $count } items
}
doctor-list-damaged = damaged; { $count ->
    [one] one item
   *[other] { $count } items
} can be read
doctor-list-renamed = Contacts of your own have ids that only the directory may give: they get others at the next start.
doctor-list-newer = Written by a newer havre: install that one to change the list.
doctor-list-rescue = Start havre: it keeps the damaged file and saves what can be read. havre bookmarks restore goes back to an older version.
doctor-aside = Set aside
doctor-aside-count = { $count ->
    [one] one copy of the list
   *[other] { $count } copies of the list
}
doctor-aside-read = In { $path }: { $names }. Words that you removed are taken out of them. A damaged one may be the only copy of a bookmark: delete it only when your list has all that it had.
doctor-unreadable = cannot be read: { $trouble }
doctor-link-stays = Until then nothing of it is read or changed.
doctor-settings = Settings
doctor-settings-none = none yet
doctor-settings-good = can be read
doctor-settings-damaged = damaged
doctor-settings-again = Start havre and choose again: a copy is kept.
doctor-lock = Lock
doctor-lock-free = free
doctor-lock-held = held by another session for more than two seconds
doctor-lock-none = Nothing can be saved there. Put your folder on this computer’s own disk, or name another one with --data-dir.
doctor-lock-close = Changes cannot be saved meanwhile. Close the other havre, or end it if it hangs.
doctor-directory = Directory
doctor-directory-age = { $count } contacts, the newest checked on { $date } ({ $days ->
    [0] today
    [one] yesterday
   *[other] { $days } days ago
})
doctor-packs = Packs
doctor-packs-none = none
doctor-packs-held = { $count ->
    [one] One number on which a life may depend stays as it is in the program. See them: havre packs
   *[other] { $count } numbers on which a life may depend stay as they are in the program. See them: havre packs
}
doctor-directory-old = Nobody should rely on it any more: install a newer havre.
doctor-confinement = Locked in
doctor-confinement-whole = files, programs, network, system calls (Landlock { $version }, seccomp)
doctor-confinement-lacks = havre keeps its promises all the same; here the system does not hold it to all of them. Ask whoever keeps this machine.
clock-wrong = Your clock looks wrong: it is behind this program’s directory. What is open now cannot be known. Please set the clock.
doctor-clock = Clock
doctor-confinement-broken = The kernel says that it holds, and a forbidden folder could be opened. Please report it.
lack-landlock = this kernel has no Landlock (Linux 5.13 or newer has it)
lack-landlock-off = Landlock is switched off on this machine
lack-calls = system calls are not filtered (seccomp)
lack-memory = other programs of this login could read its memory
confinement-lacks = Not everything locks havre in here: { $lacks }. It works all the same; havre doctor says more.
## Command line: havre --about

about-licence = Free software under the MIT licence, without any warranty.
about-facts = The facts about services are in our own words, from public sources: each card names its sources and the day on which they were read. A contact’s own staff, not havre, is the truth.
about-places = The map of places is made from these sources, in the words of their licences:

## Command line: the manual page

man-about = Print a manual page, to be read with: havre man | man -l -
man-help-page = The page of this command; without it, of the whole program
man-help-list = The names of all pages
man-title = havre Manual
man-short = the right words and the right number for those who help victims of crime
man-name = Name
man-synopsis = Synopsis
man-description = Description
man-promises = havre stores nothing about a person who is helped, opens no socket and starts no program. It writes its own files only.
man-options = Options
man-commands = Commands
man-keys = Keys
man-lines = Words of plain mode (--plain)
man-files = Files
man-file-bookmarks = Bookmarks, notes about services and contacts of your own.
man-file-settings = Language, region and looks.
man-file-backups = The newest good versions of the list.
man-file-workers = The same for each --worker of a shared login.
man-file-host = The keys that this machine trusts, if packs must be signed.
man-file-host-packs = Packs for all workers of this machine.
man-environment = Environment
man-environment-data-dir = The folder for all of your files; --data-dir says more.
man-environment-worker = Whose list, on a shared login; --worker says more.
man-environment-plain = Numbered lines instead of a screen, where it is 1; a screen, whatever the settings say, where it is 0.
man-environment-language = The language; the first that is set decides. --lang and the settings say more.
man-environment-letters = Whether accents and lines can be shown: where it is not UTF-8, all is written in ASCII.
man-environment-no-color = No colours, where it is set and not empty.
man-environment-term = What the terminal is. Without it, and where it is dumb, havre speaks in numbered lines.
man-environment-columns = How wide those lines are in a pipe; 80 without it.
man-sources = Sources
man-see-also = See also
man-shared-options = havre(1) says more about the options of every command: --lang, --region, --data-dir and --worker.
man-status = Exit status
man-status-done = Done as asked.
man-status-nothing = Nothing was found; of havre doctor: something is off.
man-status-usage = The arguments cannot be understood.
man-status-data = The data that was read is damaged or breaks a rule.
man-status-write = A file or the output could not be written.
man-status-signal = Ended by signal n; 129 where the terminal went away.


## Errors and warnings

opening-slow = Waiting for { $folder }, which does not answer. Ctrl-C leaves.
opening-silent = { $folder } does not answer. Nothing was changed. To open havre without your files: havre --data-dir /tmp/havre
panic = havre stopped because of a defect. Your bookmarks are on disk.
settings-damaged = Your settings were damaged: a copy is kept, please choose again.
settings-unreadable = Your settings cannot be read: { $reason }
