/** The database as Kysely sees it. Portable subset: text, integers (epoch ms), JSON as text. */
export interface Tables {
  events: { branch: string; seq: number; at: number; type: string; text: string };
  answers: { branch: string; scope: string; key: string; body_hash: string; status: number; answer: string; at: number };
  tokens: {
    id: string;
    hash: string;
    branch: string;
    role: string;
    counter: string | null;
    person: string | null;
    created_at: number;
    revoked_at: number | null;
  };
}
