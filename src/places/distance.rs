//! Distances between places.

/// Mean radius of the earth in kilometres (IUGG).
const EARTH_KM: f32 = 6371.0;

/// Returns the great-circle distance between two positions in degrees north and east, by the
/// haversine formula.
pub(super) fn distance_km((lat, lon): (f32, f32), (other_lat, other_lon): (f32, f32)) -> f32 {
    let half = |from: f32, to: f32| ((to - from).to_radians() / 2.0).sin().powi(2);
    let cosines = lat.to_radians().cos() * other_lat.to_radians().cos();
    let haversine = half(lat, other_lat) + cosines * half(lon, other_lon);
    2.0 * EARTH_KM * haversine.sqrt().min(1.0).asin()
}

/// Rounds kilometres to a whole number.
pub fn whole_km(km: f32) -> u16 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "distances within Canada are below ten thousand kilometres"
    )]
    let whole = km.round() as u16;
    whole
}
