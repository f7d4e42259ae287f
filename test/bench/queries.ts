/** The agenda as the page shows it. */
export const AGENDA = `query Dagordning($id: ID!, $vid: Vid) {
  dagordning(sammantrade: $id, vid: $vid) {
    sammantrade rendition organ datum tid plats
    rader { nr till nummer dold punkt slag rubrik beteckning grupp arende tjansteskrivelse sekretess sekretesslagrum handlingslage utgar }
  }
}`;
/** A page of the register of decisions on delegation, the latest first; and how many they are. */
export const BESLUTEN = `query Besluten($namnd: ID!, $till: String, $nummer: [String!], $vid: Vid) {
  delegationsbesluten(namnd: $namnd, till: $till, nummer: $nummer, fallande: true, vid: $vid) {
    edges { cursor node { id datum nummer diarienummer delegat { slag befattning } beslut utfall anmald { ar nr datum } lagaKraft { lage tidigast } } }
    pageInfo { hasNextPage }
  }
}`;
export const SUMMORNA = `query Summorna($namnd: ID!, $per: [Summering!]!, $vid: Vid) {
  delegationssummor(namnd: $namnd, per: $per, vid: $vid) { varden antal }
}`;
