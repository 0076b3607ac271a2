package shop

import (
	"testing"
	"time"
)

func TestAddsUp(t *testing.T) {}

func TestDiscount(t *testing.T) {
	t.Run("takes ten in a hundred off", func(t *testing.T) {
		if total := 100; total != 90 {
			t.Errorf("expected 90, got %d", total)
		}
	})
	t.Run("keeps <tags>", func(t *testing.T) {})
}

func TestReadsAPriceThatIsMissing(t *testing.T) {
	var price *int
	defer func() {
		if reason := recover(); reason != nil {
			t.Fatalf("panic: %v", reason)
		}
	}()
	_ = *price
}

func TestIsSkipped(t *testing.T) { t.Skip("not now") }

func TestWaits(t *testing.T) {
	select {
	case <-time.After(20 * time.Millisecond):
		t.Fatal("timed out after 20ms waiting for an answer")
	}
}
