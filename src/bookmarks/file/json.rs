//! JSON parser that reports duplicate keys: serde's parser drops all but one silently. Values that
//! would take far more memory than any list are refused.

use std::cell::Cell;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// JSON value. Of a duplicate key in an object, lists are joined; of other values the last is
/// taken.
#[derive(Debug, PartialEq)]
pub(super) struct Tree {
    /// The value.
    pub value: Value,
    /// True if an object has a key twice.
    pub repeats: bool,
}

/// Largest number of values in one tree; five times as many as in a list of the largest size.
const VALUES: usize = 2_000_000;
/// Cost of an object besides its values: an object takes about twenty times their memory.
const OBJECT: usize = 10;

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        TreeSeed(&Cell::new(VALUES)).deserialize(deserializer)
    }
}

/// Reads a value and subtracts its cost from the remaining budget.
#[derive(Clone, Copy)]
struct TreeSeed<'a>(&'a Cell<usize>);

impl TreeSeed<'_> {
    fn take<E: Error>(self, count: usize) -> Result<(), E> {
        let left = self.0.get().checked_sub(count);
        self.0
            .set(left.ok_or_else(|| E::custom("more values than any list has"))?);
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for TreeSeed<'_> {
    type Value = Tree;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        self.take(1)?;
        deserializer.deserialize_any(self)
    }
}

impl From<Value> for Tree {
    fn from(value: Value) -> Self {
        Self {
            value,
            repeats: false,
        }
    }
}

impl<'de> Visitor<'de> for TreeSeed<'_> {
    type Value = Tree;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Tree, E> {
        Ok(Value::Null.into())
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Tree, E> {
        Ok(Value::Bool(value).into())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Tree, E> {
        Ok(Value::from(value).into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Tree, E> {
        Ok(Value::from(value).into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Tree, E> {
        Ok(Number::from_f64(value)
            .map_or(Value::Null, Value::Number)
            .into())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Tree, E> {
        Ok(Value::from(value).into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree, A::Error> {
        let (mut list, mut repeats) = (Vec::new(), false);
        while let Some(item) = items.next_element_seed(self)? {
            repeats |= item.repeats;
            list.push(item.value);
        }
        Ok(Tree {
            value: Value::Array(list),
            repeats,
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Tree, A::Error> {
        self.take(OBJECT)?;
        let (mut object, mut repeats) = (Map::new(), false);
        while let Some(name) = fields.next_key::<String>()? {
            let field = fields.next_value_seed(self)?;
            repeats |= field.repeats || object.contains_key(&name);
            match (object.get_mut(&name), field.value) {
                (Some(Value::Array(list)), Value::Array(more)) => list.extend(more),
                (_, value) => {
                    object.insert(name, value);
                }
            }
        }
        Ok(Tree {
            value: Value::Object(object),
            repeats,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tree(text: &str) -> Tree {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn a_repeated_key_is_noticed_and_lists_are_joined() {
        let repeated = tree(r#"{"a": [1], "b": {"c": 1, "c": 2}, "a": [2]}"#);
        assert!(repeated.repeats);
        assert_eq!(
            repeated.value,
            serde_json::json!({"a": [1, 2], "b": {"c": 2}})
        );
        assert!(!tree(r#"[{"a": 1}, {"a": 1}]"#).repeats);
    }

    proptest! {
        #[test]
        fn without_duplicate_keys_the_value_equals_serdes(
            number in any::<f64>(), whole in any::<i64>(), text in any::<String>(),
        ) {
            let value = serde_json::json!({"n": number, "w": whole, "t": [text, null, true]});
            prop_assert_eq!(tree(&value.to_string()), Tree::from(
                serde_json::from_str::<Value>(&value.to_string()).unwrap()
            ));
        }
    }
}
