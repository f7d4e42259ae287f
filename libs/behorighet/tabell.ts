import type { Klass } from '@klubba/kernel';

/** The roles that a token may give, per nämnd. `allmanhet` is who has none. Roles are the acting capacity, kept in clear in each fact. */
export const ROLLER = ['allmanhet', 'handlaggare', 'ledamot', 'ordforande', 'namndsekreterare', 'registrator', 'forvaltningschef', 'revisor'] as const;
export type Roll = (typeof ROLLER)[number];

const KANSLI = ['namndsekreterare', 'registrator'] as const;
const HANDLAGGNING = ['namndsekreterare', 'registrator', 'handlaggare', 'forvaltningschef'] as const;

/**
 * Who may read which class, in the record of a nämnd where one has the role. A revisor reads the record and its work but not
 * individuals' secrets: those need a stated ground (KL 12:3; rule book I14).
 */
export const LASER: Readonly<Record<Klass, readonly Roll[]>> = {
  oppen: ROLLER,
  arbetsmaterial: ['handlaggare', 'ledamot', 'ordforande', 'namndsekreterare', 'registrator', 'forvaltningschef', 'revisor'],
  personuppgift: ['handlaggare', 'ledamot', 'ordforande', 'namndsekreterare', 'registrator', 'forvaltningschef', 'revisor'],
  sekretess: ['ledamot', 'ordforande', 'namndsekreterare', 'registrator', 'forvaltningschef'],
  skyddad: ['namndsekreterare'],
};

/** Who may give which command. A command without a row does not start. Reactions act as `system` and need none. */
export const GER: Readonly<Record<string, readonly Roll[]>> = {
  // namnd
  // arende
  // tjansteskrivelse
  // sammantrade
  // paragraf
};

/** The class of every field of the API, "Type.field". A field without a row does not start. */
export const FALT: Readonly<Record<string, Klass>> = {
  // kernel
  'Kvitto.id': 'oppen', 'Kvitto.version': 'oppen', 'Kvitto.position': 'oppen',
  'Hinder.kod': 'oppen', 'Hinder.allvar': 'oppen', 'Hinder.text': 'oppen', 'Hinder.lagrum': 'oppen', 'Hinder.orsaker': 'oppen',
  'Orsak.kod': 'oppen', 'Orsak.allvar': 'oppen', 'Orsak.text': 'oppen', 'Orsak.lagrum': 'oppen',
  'PageInfo.hasNextPage': 'oppen', 'PageInfo.endCursor': 'oppen',
  // namnd
  // arende
  // tjansteskrivelse
  // sammantrade
  // paragraf
  // handelser
};

export { HANDLAGGNING, KANSLI };
