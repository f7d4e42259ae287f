/** The words of the form and those of Klubba, each for each. What has no word here is not said. */
const par = <T extends string>(...alla: readonly (readonly [string, T])[]): { readonly till: ReadonlyMap<string, T>; readonly fran: ReadonlyMap<string, string> } =>
  ({ till: new Map(alla), fran: new Map(alla.map(([ord, kod]) => [kod, ord])) });

export const ORGANTYP = par(['nämnd', 'namnd'], ['kommunstyrelse', 'kommunstyrelse'], ['gemensam nämnd', 'gemensam_namnd']);
export const UPPDRAG = par(['ledamot', 'ledamot'], ['ersättare', 'ersattare']);
export const ROLL = par(['ordförande', 'ordforande'], ['1:e vice ordförande', 'forste_vice_ordforande'], ['2:e vice ordförande', 'andre_vice_ordforande']);
export const SIGNATURROLL = par(['ordförande', 'ordforande'], ['justerare', 'justerare'], ['sekreterare', 'sekreterare']);
export const SOM = par(['ordinarie', 'ordinarie'], ['ersättare', 'ersattare']);
export const BESLUTSTYP = par(
  ['beslut', 'besluta'], ['förslag_till_KS', 'foresla_ks'], ['förslag_till_KF', 'foresla_kf'], ['beslut_för_fastställande_i_KF', 'faststallas_av_kf'], ['inget_beslut', 'inget_beslut'],
  ['utgår', 'utga'], ['sekretess', 'sekretessbelagt'], ['ej_publicerad', 'ej_publicerat'],
);
export const YRKANDE = par(
  ['bifall', 'bifall'], ['avslag', 'avslag'], ['ändring', 'andring'], ['tillägg', 'tillagg'], ['återremiss', 'aterremiss'], ['bordläggning', 'bordlaggning'], ['remittering', 'remittering'], ['eget förslag', 'eget_forslag'],
);
export const BESLUTSGANG = par(
  ['ordföranden_prövar', 'ordforanden_provar'], ['ett_förslag_finns', 'ett_forslag_finns'], ['acklamation_mellan_förslag', 'acklamation_mellan_forslag'], ['stegvis', 'stegvis'],
  ['stegvis_sedan_acklamation', 'stegvis_sedan_acklamation'], ['återremiss_prövas_först', 'aterremiss_provas_forst'], ['omröstning', 'omrostning'], ['visas_inte', 'visas_inte'], ['saknas', 'saknas'],
);
export const UTFALL = ['ja', 'nej'] as const;
/** A party's letters, as the API takes them. */
export const PARTI = /^[A-Za-zÅÄÖåäö0-9][A-Za-zÅÄÖåäö0-9_.:-]{0,39}$/;
export const PROTOKOLLROLL = { huvud: 'huvud', omedelbart: 'omedelbart' } as const;
export const STATUS = { behandlad: 'behandlad', utgar: 'utgår', ejUpptagen: 'ej upptagen i protokollet' } as const;

/** Where Klubba must have a text and the source gives none. Read back, it is nothing. */
export const EJ_ANGIVET = 'anges inte i källan';
export const angivet = (text: string | null | undefined): string | undefined => (text === null || text === undefined || text === EJ_ANGIVET ? undefined : text);
/** A person without a party. */
export const UTAN_PARTI = 'utan_parti';

const VECKODAGAR = ['söndag', 'måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag'] as const;
export const veckodag = (datum: string): string => VECKODAGAR[new Date(datum).getUTCDay()]!;
export const dagarEfter = (datum: string, dagar: number): string => new Date(Date.parse(datum) + dagar * 86_400_000).toISOString().slice(0, 10);
