export * from './beslutforhet';
export {
  arDatum, type Datum, dagarMellan, dagManadAr, langtDatum, type LokalTid, lokalTid, lokaltDatum, plusDagar, plusManader, plusVeckor, veckodag, type Veckodag,
} from './datum';
export * from './kalender';
export * from './lagrum';
export * from './regler';
export * from './tid';
