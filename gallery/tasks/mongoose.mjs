/** @type {import('../packages/worker.mjs').Work} */
export default async function validateDocuments(mongoose) {
  const { Schema, model, Types } = mongoose;
  const child = new Schema({ tag: { type: String, enum: ['a', 'b'] } }, { _id: false });
  const schema = new Schema(
    {
      name: { type: String, required: true, trim: true, minlength: 2 },
      age: { type: Number, min: 0, default: 7 },
      when: Date,
      tags: [child],
      more: { type: Map, of: Number },
      amount: Schema.Types.Decimal128,
    },
    { toObject: { virtuals: true, getters: true }, id: false },
  );
  schema.virtual('title').get(function () {
    return `Dr ${Object(this).name}`;
  });
  schema.pre('validate', () => console.log('before validation'));
  const Person = model('Person', schema);
  const person = new Person({
    _id: new Types.ObjectId('0123456789abcdef01234567'),
    name: '  Ada ',
    when: 0,
    tags: [{ tag: 'a' }],
    more: { x: '5' },
    amount: '1.5',
  });
  await person.validate();
  console.log(person.toObject(), person.isModified('name'), person.directModifiedPaths());
  const wrong = new Person({ name: 'x', age: -1, tags: [{ tag: 'z' }], more: { y: 'no' } });
  const errors = wrong.validateSync().errors;
  console.log(
    Object.keys(errors)
      .sort()
      .map((key) => errors[key].message),
  );
  console.log(Person.find({ age: '5' }).where('name').in(['a']).sort('-age').getFilter());
  console.log(Object.keys(mongoose).sort().join(' '), mongoose.version, mongoose.mongo.BSON !== undefined);
}
