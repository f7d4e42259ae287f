/** The agenda as the page shows it. */
export const AGENDA = `query Dagordning($id: ID!, $vid: Vid) {
  dagordning(sammantrade: $id, vid: $vid) {
    sammantrade rendition organ datum tid plats
    rader { nr till nummer dold punkt slag rubrik beteckning grupp arende tjansteskrivelse sekretess sekretesslagrum handlingslage utgar }
  }
}`;
