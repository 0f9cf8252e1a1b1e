// JSON imported with a type attribute is emitted by the compiler; rule pages are read at run time and are copied beside their rules.
import { chmodSync, cpSync } from 'node:fs';

cpSync('src/check/rules', 'dist/check/rules', { recursive: true, filter: (path) => !path.endsWith('.ts') });
chmodSync('dist/cli/main.js', 0o755);
