export { ImportEntity, type Import } from './import.entity.ts';
