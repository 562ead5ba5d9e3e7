import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** What a text returns is told from these: a day is a string, and so is every name. */
export const someText = '2025-03-04';
const someNumbers = [7, 1, 0, -7];

const english = fileURLToPath(new URL('../../src/text/en/index.ts', import.meta.url));

/** A type as values of it: the first stands for all, the others each take one choice that it leaves open. */
function valuesOf(type: ts.Type, checker: ts.TypeChecker): unknown[] {
  if (type.isUnion()) return type.types.flatMap((member) => valuesOf(member, checker));
  if (type.isStringLiteral() || type.isNumberLiteral()) return [type.value];
  if (type.flags & ts.TypeFlags.BooleanLiteral) return [checker.typeToString(type) === 'true'];
  if (type.flags & ts.TypeFlags.Number) return someNumbers;
  if (type.flags & ts.TypeFlags.String) return [someText];
  if (type.flags & ts.TypeFlags.Null) return [null];
  if (type.flags & ts.TypeFlags.Undefined) return [undefined];
  if (checker.isTupleType(type) || checker.isArrayType(type)) {
    const items = checker.getTypeArguments(type as ts.TypeReference);
    const some = choicesOf(items, checker);
    return checker.isTupleType(type) ? some : [...some, [...some[0]!, ...some[0]!]];
  }
  if (type.getCallSignatures().length > 0) return [() => someText];
  const properties = checker.getPropertiesOfType(type);
  if (properties.length === 0) throw new Error(`no sample of ${checker.typeToString(type)}`);
  const inner = properties.map((property) => checker.getTypeOfSymbol(property));
  return choicesOf(inner, checker).map((values) =>
    Object.fromEntries(properties.map(({ name }, i) => [name, values[i]] as const)),
  );
}

/** Lists of a value of each type: the first values, then each other value beside the first ones of the rest. */
function choicesOf(types: readonly ts.Type[], checker: ts.TypeChecker): unknown[][] {
  const all = types.map((type) => valuesOf(type, checker));
  const first = all.map(([value]) => value);
  return [first, ...all.flatMap((values, i) => values.slice(1).map((value) => first.with(i, value)))];
}

/** For each function of `Messages`, by its path, lists of arguments that take every branch of their types; by the compiler, so that none is forgotten. */
export function sampleArguments(): ReadonlyMap<string, readonly unknown[][]> {
  const options = { strict: true, noEmit: true, skipLibCheck: true, types: [], allowImportingTsExtensions: true };
  const target = { target: ts.ScriptTarget.ES2023, lib: ['lib.es2023.d.ts'], module: ts.ModuleKind.ESNext };
  const program = ts.createProgram([english], {
    ...options,
    ...target,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  });
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(english)!;
  const messages = file.statements.find(
    (one): one is ts.TypeAliasDeclaration => ts.isTypeAliasDeclaration(one) && one.name.text === 'Messages',
  )!;
  const samples = new Map<string, readonly unknown[][]>();
  const visit = (type: ts.Type, path: string): void => {
    const [call] = type.getCallSignatures();
    if (call !== undefined)
      samples.set(
        path,
        choicesOf(
          call.getParameters().map((parameter) => checker.getTypeOfSymbol(parameter)),
          checker,
        ),
      );
    else if (type.flags & ts.TypeFlags.Object && !checker.isArrayType(type))
      for (const property of checker.getPropertiesOfType(type))
        visit(checker.getTypeOfSymbol(property), path === '' ? property.name : `${path}.${property.name}`);
  };
  visit(checker.getTypeAtLocation(messages.name), '');
  return samples;
}
