export * from './beslutforhet';
export { dagarMellan, lokaltDatum, plusDagar } from './datum';
export * from './kalender';
export * from './lagrum';
export * from './lexsarah';
export * from './regler';
export * from './skrivet';
export * from './tid';
