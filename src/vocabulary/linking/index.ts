export { LINK_WAYS, type ConceptLink, type LinkWay } from './link.ts';
export { openLinker, type Linker } from './linker.ts';
