/** As much of JSON Schema 2020-12 as our own schema uses; a keyword that is not here is an error. */

type Json = unknown;
type Schema = Readonly<Record<string, Json>>;

const isObject = (value: Json): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const asList = (value: Json): readonly Json[] => (Array.isArray(value) ? value : []);
const asSchema = (value: Json): Schema => (isObject(value) ? value : {});

const ANNOTATIONS = new Set(['$schema', '$id', '$defs', 'title', 'description', 'default', 'examples']);

const TYPES: Readonly<Record<string, (value: Json) => boolean>> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
};

/** The places where a value breaks the schema. */
export function schemaErrors(root: Schema, value: Json): string[] {
  return errorsOf(root, value, '');

  function errorsOf(schema: Schema, current: Json, place: string): string[] {
    return Object.entries(schema).flatMap(([keyword, rule]) => {
      if (ANNOTATIONS.has(keyword) || keyword === 'then') return [];
      return check(keyword, rule, schema, current, place);
    });
  }

  function check(keyword: string, rule: Json, schema: Schema, current: Json, place: string): string[] {
    const fails = (isGood: boolean): string[] => (isGood ? [] : [`${place} ${keyword}`]);
    const isGood = (inner: Json): boolean => errorsOf(asSchema(inner), current, place).length === 0;
    switch (keyword) {
      case '$ref':
        return errorsOf(resolve(String(rule)), current, place);
      case 'type':
        return fails(TYPES[String(rule)]?.(current) ?? false);
      case 'const':
        return fails(current === rule);
      case 'enum':
        return fails(asList(rule).includes(current));
      case 'anyOf':
        return fails(asList(rule).some(isGood));
      case 'allOf':
        return asList(rule).flatMap((inner) => errorsOf(asSchema(inner), current, place));
      case 'if':
        return isGood(rule) ? errorsOf(asSchema(schema['then']), current, place) : [];
      case 'items':
        return asList(current).flatMap((item, index) => errorsOf(asSchema(rule), item, `${place}/${index}`));
      case 'required':
        return isObject(current)
          ? asList(rule).flatMap((name) => fails(Object.hasOwn(current, String(name))))
          : [];
      case 'properties':
        return Object.entries(asSchema(rule)).flatMap(([name, inner]) =>
          isObject(current) && Object.hasOwn(current, name)
            ? errorsOf(asSchema(inner), current[name], `${place}/${name}`)
            : [],
        );
      case 'propertyNames':
        return isObject(current)
          ? Object.keys(current).flatMap((name) => errorsOf(asSchema(rule), name, `${place}/${name}`))
          : [];
      case 'minLength':
        return fails(typeof current !== 'string' || current.length >= Number(rule));
      case 'maxLength':
        return fails(typeof current !== 'string' || current.length <= Number(rule));
      case 'additionalProperties': {
        if (rule === true || !isObject(current)) return [];
        const declared = asSchema(schema['properties']);
        return Object.entries(current)
          .filter(([name]) => !Object.hasOwn(declared, name))
          .flatMap(([name, inner]) => errorsOf(asSchema(rule), inner, `${place}/${name}`));
      }
      default:
        throw new Error(`the validator does not know ${keyword}`);
    }
  }

  function resolve(reference: string): Schema {
    return reference
      .replace(/^#\//, '')
      .split('/')
      .reduce<Schema>((at, step) => asSchema(at[step]), root);
  }
}
