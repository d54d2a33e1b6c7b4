type Schema = { type?: string | string[]; enum?: string[]; format?: string };
type Parameter = { name: string; in: string; required?: boolean; description?: string; schema: Schema };
type Operation = {
  tags: string[];
  summary: string;
  parameters?: Parameter[];
  responses: Record<string, { description: string }>;
};
/** The part of the OpenAPI document that the pages for people show. */
export type OpenApiDocument = {
  info: { version: string; description: string };
  paths: Record<string, Record<string, Operation>>;
};

/** The operations of the API, grouped as they are in the document and in its order. */
export function operationsByTag(document: OpenApiDocument) {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      tag: operation.tags[0] ?? '',
      method: method.toUpperCase(),
      path,
      summary: operation.summary,
      parameters: (operation.parameters ?? []).map((parameter) => ({
        name: parameter.name,
        in: parameter.in,
        required: parameter.required ?? false,
        meaning: [typeOf(parameter.schema), parameter.description].filter(Boolean).join(': '),
      })),
      answers: Object.entries(operation.responses).map(([status, { description }]) => ({
        status,
        description,
      })),
    })),
  );
  return [...Map.groupBy(operations, ({ tag }) => tag)].map(([tag, list]) => ({ tag, operations: list }));
}

const typeOf = ({ enum: choices, format, type }: Schema) =>
  choices ? choices.join(' | ') : (format ?? (Array.isArray(type) ? type.join(' | ') : type) ?? '');
