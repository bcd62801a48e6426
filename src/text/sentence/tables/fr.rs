//! French.

use super::Lists;

/// The word lists of French.
pub(super) const LISTS: Lists = Lists {
    months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    short_months: "janv févr juil sept oct nov déc",
    titles: "m mm mme mmes mlle mlles me mgr dr pr prof st ste sts vs cf ex env av apr boul bd hab p.ex c.-à-d \
            c.à.d gén col lt cap adj ing rév",
    numbered: "p pp n no nos art vol chap fig t al réf tél",
    enders: "etc av.j.-c ap.j.-c inc co ltd jr sr cie sa s.a u.s j.-c",
    starters: "le la les l' un une des ce cet cette ces il elle ils elles on nous vous je tu mon ma mes son sa ses \
            leur leurs notre nos votre vos et mais ou donc or ni car que qui quoi où quand comment pourquoi si \
            lorsque dans en à au aux de du d' par pour sur sous avec sans entre vers chez depuis pendant après \
            avant selon malgré contre c'est c' cela ça celui celle ceux tout tous toute toutes plusieurs \
            certains aucun ainsi alors aussi cependant toutefois pourtant enfin ensuite puis déjà encore hier \
            aujourd'hui demain ici là parmi outre afin grâce face lors dès plus moins très trop bien non oui",
    speech: "dit demande répond explique ajoute",
    ..Lists::NONE
};
