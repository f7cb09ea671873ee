package config

import "embed"

// A profile is a file of settings like the user's own. It lies below all that
// the user sets, so that any of its values can be set otherwise.
//
//go:embed profiles
var profileFiles embed.FS

// profileKey names the profile. It stands where all other settings do.
const profileKey = "profile"

// Profiles lists the profiles, the one with most findings first.
var Profiles = []string{"strict", "default", "minimal"}

// chosenProfile returns the settings of the profile that the layers name, the
// last of them if they disagree.
func chosenProfile(layers [][]setting, s schema) ([]setting, error) {
	name := ""
	for _, layer := range layers {
		for _, set := range layer {
			if set.key == profileKey {
				name, _ = set.value.(string)
			}
		}
	}
	if name == "" {
		return nil, nil
	}
	return readProfile(name, s)
}

func readProfile(name string, s schema) ([]setting, error) {
	path := "profiles/" + name + ".yaml"
	raw, err := profileFiles.ReadFile(path)
	if err != nil {
		return nil, err
	}
	settings, _, fault := readSettings(path, raw, s)
	if fault != nil {
		return nil, fault
	}
	for i := range settings {
		settings[i].origin = Origin{Name: profileKey + ": " + name}
	}
	return settings, nil
}
