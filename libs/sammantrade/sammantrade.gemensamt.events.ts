import { field } from '@klubba/kernel';
import { OVERKLAGANDESLAG } from '@klubba/lagrum';

/** What became of an item (B12), and that nothing was decided, or that it was no longer on the agenda. */
export const BESLUTSTYPER = [
  'besluta', 'bifalla', 'avsla', 'godkanna', 'anta', 'faststalla', 'stalla_sig_bakom', 'avge_yttrande', 'overlamna', 'foresla_ks', 'foresla_kf',
  'lagga_till_handlingarna', 'notera', 'avskriva', 'avvisa', 'bordlagga', 'aterremittera', 'utse', 'uppdra_at', 'ge_ordforanden_i_uppdrag', 'inget_beslut', 'utga',
  /** Decided, and to be confirmed by fullmäktige. */
  'faststallas_av_kf',
  /** Of an utskott: its proposal to the nämnd (KL 6:41). */
  'foresla_namnden',
] as const;

/** The registers whose entries an item may concern, by the category of their streams. */
export const REGISTER = ['remiss', 'uppdrag', 'lexsarah', 'internkontroll', 'kvalitetsberattelse'] as const;
/** What in a register the item concerns: the § is told to it. */
export const galler = field.optional(field.object({ slag: field.oneOf('oppen', ...REGISTER), id: field.id() }));
/** Chapter and section of OSL: `26:1`. */
export const sekretesslagrum = field.optional(field.code('arbetsmaterial'));
export const overklagandeslag = field.oneOf('oppen', ...OVERKLAGANDESLAG);
export const beslutstyp = field.oneOf('oppen', ...BESLUTSTYPER);
/** What was written where a clock time was read in: "13.00". */
export const tidSkriven = field.optional(field.sealed('oppen'));
export const texter = field.optional(field.list(field.sealed('oppen')));
export const beslutspunkter = field.list(field.object({
  text: field.sealed('oppen'),
  /** The verb and who decides, in the words of the minutes. */
  verb: field.optional(field.sealed('oppen')),
  subjekt: field.optional(field.sealed('oppen')),
  /** The point's own verb (B12), when it is told apart from that of the §. */
  beslutstyp: field.optional(beslutstyp),
  /** This point is the one that says "Paragrafen justeras omedelbart" (C4). */
  omedelbarJustering: field.optional(field.bool('oppen')),
  /** How many points it has within it, when they are not written out. */
  underpunkter: field.optional(field.integer('oppen')),
}));
