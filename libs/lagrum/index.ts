export * from './beslutforhet';
export { dagarMellan, lokaltDatum } from './datum';
export * from './kalender';
export * from './lagrum';
export * from './regler';
export * from './skrivet';
export * from './tid';
