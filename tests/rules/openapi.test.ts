import { expect, it } from 'vitest';
import { codeParts, operationsByTag } from '../../site/openapi.ts';

it('shows the fields of a body, also of one that is named elsewhere', () => {
  const mark = { type: 'object', properties: { id: { type: 'string', format: 'uuid' } } };
  const [room] = operationsByTag({
    info: { version: '1.0.0', description: '' },
    components: {
      schemas: {
        Marks: {
          required: ['marks'],
          properties: { marks: { type: 'array', items: mark }, locale: { enum: ['nl', 'en'] } },
        },
      },
    },
    paths: {
      '/marks': {
        put: {
          tags: ['Presentie'],
          summary: 'Mark',
          requestBody: {
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Marks' } } },
          },
          responses: {},
        },
      },
    },
  });
  expect(room!.operations[0]!.body).toEqual([
    { name: 'marks', required: true, meaning: 'array of { id (uuid) }' },
    { name: 'locale', required: false, meaning: 'nl | en' },
  ]);
});

it('sets what stands between backticks apart', () => {
  expect(codeParts('with a `code` in it').filter(({ code }) => code)).toEqual([{ text: 'code', code: true }]);
});
