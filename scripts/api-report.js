// npm run api               checks that etc/api.md has the public types of the built declarations
// npm run api -- --write    writes etc/api.md; its diff shows a reviewer what has changed
//
// The report has the signatures of each subpath, without comments. It also has types that are not
// exported but that an export uses, since a change of such a type changes what compiles. The texts of
// catalogues (names, meanings, sources) are data, and are left out.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript-5.9';

const root = resolve(import.meta.dirname, '..');
const committed = resolve(root, 'etc/api.md');
const texts = new Set(['meaning', 'remedy', 'name', 'source']);

export function apiReport() {
  const { exports } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
  const doors = Object.entries(exports).filter(([, door]) => door.import?.types !== undefined);
  const files = doors.map(([, door]) => resolve(root, door.import.types));
  const { Bundler } = ts.ModuleResolutionKind;
  const options = { module: ts.ModuleKind.ESNext, moduleResolution: Bundler, types: [], noEmit: true };
  const program = ts.createProgram(files, { ...options, target: ts.ScriptTarget.ES2022 });
  const told = new Set();
  const sections = doors.map(([path], index) => {
    const own = exportsOf(program, files[index]);
    return section(`axios-outcome${path.slice(1)}`, own, told);
  });
  const behind = [...symbolsBehind(program, [...told])].filter((symbol) => !told.has(symbol));
  sections.push(
    section(
      'Behind them',
      behind.map((symbol) => [symbol.name, symbol]),
      told,
    ),
  );
  return `# The public types\n\nMade by \`npm run api -- --write\` from the built declarations.\n\n${sections.join('\n')}`;
}

/** The exports of a subpath: the name, and the declared symbol. */
function exportsOf(program, file) {
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(file));
  // A subpath that only augments another module exports nothing.
  const symbols = module === undefined ? [] : checker.getExportsOfModule(module);
  return symbols.map((symbol) => [symbol.name, declared(checker, symbol)]);
}

function declared(checker, symbol) {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** One section, sorted by name. A type that another section has is only named. */
function section(title, symbols, told) {
  const named = symbols.map(([name, symbol]) => {
    if (told.has(symbol)) return [name, `// ${name}: see above`];
    told.add(symbol);
    return [name, (symbol.declarations ?? []).filter(isOurs).map(signature).join('\n')];
  });
  // Two catalogues may each have types of the same name.
  const order = named.map(([name, text]) => ({ key: `${name}\n${text}`, text }));
  const lines = order.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ text }) => text);
  return `## ${title}\n\n\`\`\`ts\n${lines.join('\n')}\n\`\`\`\n`;
}

function isOurs(declaration) {
  return declaration.getSourceFile().fileName.startsWith(`${resolve(root, 'dist')}/`);
}

/** Our own types that the symbols use, directly or indirectly. */
function symbolsBehind(program, symbols) {
  const checker = program.getTypeChecker();
  const found = new Set(symbols);
  for (const symbol of found) {
    for (const declaration of (symbol.declarations ?? []).filter(isOurs)) visit(declaration);
  }
  return found;

  function visit(node) {
    if (ts.isIdentifier(node)) {
      const symbol = checker.getSymbolAtLocation(node);
      const target = symbol && declared(checker, symbol);
      if (target?.declarations?.some((one) => isOurs(one) && isStatement(one))) found.add(target);
    }
    node.forEachChild(visit);
  }
}

/** Whether a symbol has its own declaration, and is not a member or a parameter. */
function isStatement(node) {
  const outer = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  return ts.isSourceFile(outer.parent);
}

const printer = ts.createPrinter({ removeComments: true });

function signature(declaration) {
  const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const { transformed } = ts.transform(statement, [() => (node) => ts.visitNode(node, terse)]);
  const text = printer.printNode(ts.EmitHint.Unspecified, transformed[0], statement.getSourceFile());
  // The bundler chooses the chunk, and the name in the chunk.
  return text.replace(/^(export )?(declare )?/, '').replace(/\$\d+\b/g, '');

  function terse(node) {
    const visited = ts.visitEachChild(node, terse, undefined);
    if (ts.isInterfaceDeclaration(visited)) {
      const { modifiers, name, typeParameters, heritageClauses, members } = visited;
      const kept = members.filter(isNoText);
      return ts.factory.updateInterfaceDeclaration(
        visited,
        modifiers,
        name,
        typeParameters,
        heritageClauses,
        kept,
      );
    }
    if (!ts.isTypeLiteralNode(visited)) return visited;
    const kept = visited.members.filter(isNoText);
    const literal = ts.factory.createTypeLiteralNode(kept);
    const isRow = kept.every(
      (member) => ts.isPropertySignature(member) && !ts.isTypeLiteralNode(member.type),
    );
    return isRow ? ts.setEmitFlags(literal, ts.EmitFlags.SingleLine) : literal;
  }
}

function isNoText(member) {
  const { name, type } = member;
  const isText = type && (ts.isLiteralTypeNode(type) || ts.isTypeLiteralNode(type));
  return !(ts.isPropertySignature(member) && texts.has(name.text) && isText);
}

if (process.argv[1] === import.meta.filename) {
  const now = apiReport();
  if (process.argv.includes('--write')) writeFileSync(committed, now);
  else if (now !== readFileSync(committed, 'utf8')) {
    console.error(
      'The public types have changed: look at what `npm run api -- --write` makes of etc/api.md.',
    );
    process.exit(1);
  }
}
