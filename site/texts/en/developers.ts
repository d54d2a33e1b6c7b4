import type { developers as nl } from '../nl/developers.ts';

export const developers: typeof nl = {
  title: 'API for developers',
  lead: 'Everything this site does goes through this API. Your own site or system can use it too.',
  document: 'The OpenAPI document as JSON',
  version: (version) => `version ${version}`,
  parametersOf: (path) => `Parameters of ${path}`,
  bodyOf: (path) => `Body of ${path}, as JSON`,
  name: 'Name',
  place: 'Place',
  meaning: 'Meaning',
  required: 'required',
};
