//! English.

use super::Lists;

/// The word lists of English.
pub(super) const LISTS: Lists = Lists {
    capital_begins: false,
    months: "january february march april may june july august september october november december",
    short_months: "jan feb mar apr jun jul aug sep sept oct nov dec",
    titles: "mr mrs ms messrs mme mlle dr prof rev hon fr st mt gen col lt capt cmdr maj sgt cpl pvt sen rep gov \
            pres supt adm brig insp det gens sens reps govs amb atty v vs viz cf eg e.g i.e ca approx resp incl \
            excl hrsg ph eq asst assoc dir mgr msgr pfc hr ste op.cit p.s",
    numbered: "ext no nos p pp vol vols art sec ch fig figs tab eq ref nr chap pt par sect app ed § l ll bk cl",
    enders: "etc co inc corp ltd llc plc bros jr sr esq u.s u.s.a u.k u.n e.u d.c l.a n.y a.m p.m am pm ph.d m.d \
            b.a m.a b.s m.s a.d b.c ave blvd st rd dept univ est al et.al jan feb mar apr jun jul aug sep sept \
            oct nov dec mon tue tues wed thu thur thurs fri sat sun ill mass calif conn ariz colo fla ga ind kan \
            ky md mich minn mo neb nev ore pa tenn tex vt va wash wis ft lbs lb oz min sec hrs hr mph tel \
            intl assn bldg misc gov't u.s.s r.i.p",
    starters: "the a an this that these those he she it we they i you his her its our their my your there here who \
            what where when why how which whose and but or nor so yet for if because although though while after \
            before since until unless as in on at by with from to of about into over under during between among \
            through against without within despite according not no yes also then now today yesterday tomorrow \
            still just even only once however moreover meanwhile furthermore therefore thus instead nevertheless \
            nonetheless perhaps maybe some many most several few all both each every any another other others \
            such one two three four five last next first second more less much nothing everything something \
            someone everyone nobody anyone is are was were has have had do does did can could will would should \
            may might must let please thanks thank further earlier later recently currently previously officials \
            police",
    speech: "said says asked asks replied answered added told wrote shouted cried whispered exclaimed yelled \
            explained noted quipped wondered demanded continued laughed joked",
    capitalised: "sun sat mon wed mar ill mass wash ore ind miss mo pa va ga md am pm ed fri thu tue colo min sec",
    nouns: "no art sec fig ed ch par ref",
    clock: "a.m p.m am pm",
    zones: "cst cdt mst mdt jst et est edt pt pst pdt gmt utc cet bst eastern pacific central local monday tuesday wednesday \
            thursday friday saturday sunday",
    subjects: "i i'm i've i'll i'd you you're he she we we're they they're it it's this that's there my your please",
    ..Lists::NONE
};
