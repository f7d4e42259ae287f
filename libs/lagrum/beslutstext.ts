const AVGOR = /(?:nämnden|utskottet|styrelsen)\s+(?:beslutar\s+)?(?:att\s+)?(?:antar?|faststäl(?:ler|la)|godkän(?:ner|na)|bifal(?:ler|la)|avslår?|inrättar?|upphäv(?:er|a))(?!\p{L})/iu;
const ANNANS = /kommunstyrelsen|fullmäktige/giu;

/** Is a text written as if the nämnd itself decided the matter (D6)? A hint for a person, not a judgement: what it may decide for its own part is written so too. */
export const namndenAvgor = (text: string): boolean => AVGOR.test(text.replace(ANNANS, ''));
