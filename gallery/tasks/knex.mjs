/** @type {import('../packages/worker.mjs').Work} */
export default function buildQueries(knex) {
  for (const client of ['pg', 'mysql2', 'sqlite3', 'mssql']) {
    const db = builderFor(knex, client);
    if (db === null) continue;
    console.log(client);
    console.log(db('users').where({ a: 1 }).whereIn('b', [1, 2]).orderBy('c', 'desc').limit(5).toString());
    console.log(
      db('users as u')
        .join('posts as p', 'u.id', 'p.user')
        .select('u.*', db.raw('count(*) as n'))
        .groupBy('u.id')
        .toSQL().sql,
    );
    console.log(
      db('users')
        .insert([{ a: 1 }, { b: "it's" }])
        .toString(),
    );
    console.log(db.with('w', db('x').select('y')).from('w').toString());
    console.log(
      db.schema
        .createTable('t', (table) => {
          table.increments();
          table.string('name', 50).notNullable().unique();
          table.timestamps();
        })
        .toString(),
    );
  }
  console.log(Object.keys(knex).sort());
}

/**
 * @param {any} knex
 * @param {string} client
 */
function builderFor(knex, client) {
  try {
    return (knex.knex ?? knex)({ client, useNullAsDefault: true });
  } catch (error) {
    // The drivers are not installed with it.
    console.log(client, String(error).split('\n')[0]);
    return null;
  }
}
