import { avsteg, type Facts, fact, field, klass } from '@klubba/kernel';
import { PUNKTSLAG } from '@klubba/namnd';
import { beslutspunkter, galler, sekretesslagrum, texter } from './sammantrade.gemensamt.events';

export const HANDLINGSLAGEN = ['bifogas', 'skickas_senare', 'delas_ut_vid_sammantradet', 'finns_hos_forvaltningen'] as const;

const handlingslage = field.optional(field.oneOf('oppen', ...HANDLINGSLAGEN));
export const nyPunkt = {
  punkt: field.id(),
  nr: field.integer('oppen'),
  slag: field.oneOf('oppen', ...PUNKTSLAG),
  klass,
  sekretesslagrum,
  rubrik: field.sealed('oppen'),
  grupp: field.optional(field.sealed('oppen')),
  arende: field.optional(field.id()),
  galler,
  diarienummer: field.optional(field.number('oppen')),
  utanDiarienummer: field.bool('oppen'),
  tjansteskrivelse: field.optional(field.id()),
  tjansteskrivelseDatum: field.optional(field.date('oppen')),
  handlingslage,
  myndighetsutovning: field.bool('arbetsmaterial'),
  /** Only fullmäktige may decide it (D6). */
  kraverKf: field.bool('oppen'),
  /** Put there after the kallelse was sent (A7). */
  sen: field.optional(field.object({ beredd: field.bool('arbetsmaterial'), skal: field.sealed('arbetsmaterial') })),
  /** What is proposed, as it stands on the agenda. */
  forslag: field.optional(beslutspunkter),
  foredragande: texter,
  tidMin: field.optional(field.integer('oppen')),
  klockslag: field.optional(field.sealed('oppen')),
  /** Whose proposal it is, when an utskott has prepared the matter: its § and of which day. */
  /** The proposal of an utskott, as it was told with the item before `ForslagKnutet` held those too. */
  utskottsforslag: field.optional(field.object({ namnd: field.id(), organ: field.code('oppen'), sammantrade: field.id(), paragraf: field.id(), ar: field.integer('oppen'), nr: field.integer('oppen'), datum: field.date('oppen') })),
  /** Who decides in the end: kommunfullmäktige. */
  beslutsniva: field.optional(field.sealed('oppen')),
  /** The post of the nämnd's årshjul that it came from. */
  arshjul: field.optional(field.id()),
} as const;

/** The agenda and its items (A5, A7, A10, A11). */
export const dagordningsfakta = {
  PunktLagdTill: fact('LaggTillPunkt', { ...nyPunkt, avsteg }),
  PunktFlyttad: fact('FlyttaPunkt', { punkt: field.id(), nr: field.integer('oppen'), skal: field.optional(field.sealed('arbetsmaterial')) }),
  /** What is given replaces what stood; the rest stays. */
  PunktAndrad: fact('AndraPunkt', {
    punkt: field.id(),
    klass,
    rubrik: field.optional(field.sealed('oppen')),
    grupp: field.optional(field.sealed('oppen')),
    handlingslage,
    galler,
    skal: field.optional(field.sealed('arbetsmaterial')),
    avsteg,
  }),
  /** `klass` is the new one; the reason is read by those who may read the stricter of the two. */
  PunktKlassAndrad: fact('AndraPunktensKlass', { punkt: field.id(), klass, forut: klass, sekretesslagrum, skal: field.sealed('sekretess') }),
  /** Once a kallelse has been sent the item keeps its number; before that the agenda closes up. */
  PunktUtgick: fact('DraUrPunkt', { punkt: field.id(), klass, behallerNummer: field.bool('oppen'), skal: field.sealed('oppen') }),
  SekretessblockSatt: fact('SattSekretessblock', { fran: field.integer('oppen'), till: field.integer('oppen'), punkter: field.list(field.id()), rubrik: field.sealed('oppen') }),
  DagordningFaststalld: fact('FaststallDagordning', { tid: field.dayTime('oppen'), tillagda: field.list(field.id()), andringar: field.optional(field.sealed('oppen')) }),
} satisfies Facts;
