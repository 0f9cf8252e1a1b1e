import { z } from 'zod';
import { PublishedDocument } from '../model/document.ts';
import { Finding } from '../model/finding.ts';
import { formatJson } from './json.ts';

/** The JSON Schemas of what is published, by file name. */
export function jsonSchemas(): Record<string, string> {
  return {
    'document.schema.json': formatJson({ $id: 'trichluc/document@1', ...z.toJSONSchema(PublishedDocument) }),
    'findings.schema.json': formatJson({ $id: 'trichluc/findings@1', ...z.toJSONSchema(z.array(Finding)) }),
  };
}
