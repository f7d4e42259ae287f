export * from './beslutforhet';
export { lokaltDatum } from './datum';
export * from './kalender';
export * from './lagrum';
export * from './regler';
export * from './skrivet';
export * from './tid';
