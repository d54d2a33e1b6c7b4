interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: string[];
  format?: string;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
}
interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema: Schema;
}
interface Operation {
  tags: string[];
  summary: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { description: string }>;
}
/** The part of the OpenAPI document that the pages for people show. */
export interface OpenApiDocument {
  info: { version: string; description: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** The operations of the API, grouped as they are in the document and in its order. */
export function operationsByTag({ paths, components }: OpenApiDocument) {
  const resolve = (schema: Schema): Schema =>
    schema.$ref ? (components.schemas[schema.$ref.split('/').at(-1)!] ?? {}) : schema;

  function fieldsOf(given: Schema) {
    const { properties = {}, required = [] } = resolve(given);
    return Object.entries(properties).map(([name, schema]) => ({
      name,
      required: required.includes(name),
      meaning: meaningOf(resolve(schema)),
    }));
  }

  /** What is in a list is named in braces: the reader sees the whole body in one table. */
  function meaningOf(schema: Schema): string {
    const fields = schema.items ? fieldsOf(schema.items) : [];
    const inner = fields.map(({ name, meaning }) => `${name} (${meaning})`).join(', ');
    return [typeOf(schema) + (inner && ` of { ${inner} }`), schema.description].filter(Boolean).join(': ');
  }

  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      tag: operation.tags[0] ?? '',
      method: method.toUpperCase(),
      path,
      summary: operation.summary,
      parameters: (operation.parameters ?? []).map(({ description, schema, required = false, ...rest }) => ({
        ...rest,
        required,
        meaning: [typeOf(schema), description].filter(Boolean).join(': '),
      })),
      body: Object.values(operation.requestBody?.content ?? {}).flatMap(({ schema }) => fieldsOf(schema)),
      answers: Object.entries(operation.responses).map(([status, { description }]) => ({
        status,
        description,
      })),
    })),
  );
  return [...Map.groupBy(operations, ({ tag }) => tag)].map(([tag, list]) => ({ tag, operations: list }));
}

/** Text with `code` between backticks, in parts. */
export const codeParts = (text: string) =>
  text.split('`').map((part, index) => ({ text: part, code: index % 2 === 1 }));

const typeOf = ({ enum: choices, format, type, anyOf }: Schema): string =>
  anyOf
    ? [...new Set(anyOf.map(typeOf).filter(Boolean))].join(' | ')
    : choices
      ? choices.join(' | ')
      : (format ?? (Array.isArray(type) ? type.join(' | ') : type) ?? '');
